/**
 * Critical cases and their register (危急值登记): what makes one, which readings belong together, and what people did
 * about it, each with name and time.
 *
 * <p>A case is opened in the transaction of its reading. Everything that happens to it is appended to its events and
 * never changed afterwards. Whom to page is decided in {@code paging}; sending is done by {@code paging.run}; 120 is in
 * {@code dispatch}. Only a named person lowers a colour, and says why.
 */
@NullMarked
package org.ecgnet.hub.critical;

import org.jspecify.annotations.NullMarked;
