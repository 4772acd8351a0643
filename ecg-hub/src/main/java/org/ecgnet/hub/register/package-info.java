/**
 * The register of critical values (危急值登记): one line a critical case, put together from the case, its exam, what was
 * done and what the report says, with what people write by hand beside it. Nothing in it is ever overwritten: a value
 * written by hand is an edit with its author, time and reason, and the one before it stays. Lists and exports mask the
 * patient; the line itself and an export with names are in the audit.
 */
@NullMarked
package org.ecgnet.hub.register;

import org.jspecify.annotations.NullMarked;
