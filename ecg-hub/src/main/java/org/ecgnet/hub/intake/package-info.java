/**
 * From the broker into the database: decode, check, store in groups, and only then receipt.
 *
 * <p>A message is acknowledged to the broker and receipted to the clinic after its commit. One that can never be stored
 * goes to the quarantine with its reason; a database that is away stops the intake and loses nothing. What a stored
 * exam means is not decided here.
 */
@NullMarked
package org.ecgnet.hub.intake;

import org.jspecify.annotations.NullMarked;
