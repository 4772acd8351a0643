/**
 * A new version of the edge agent on its way to the clinics: what it is, who is offered it, and the signature of the county
 * that makes it good. The hub writes it, the edge agent reads it; both find the format here.
 */
@NullMarked
package org.ecgnet.protocol.release;

import org.jspecify.annotations.NullMarked;
