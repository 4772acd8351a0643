/**
 * Transactions, as the domain sees them. Repositories are interfaces of their domain packages; {@code store.jdbc}
 * implements them, and nothing here knows SQL.
 */
@NullMarked
package org.ecgnet.hub.store;

import org.jspecify.annotations.NullMarked;
