/**
 * What this computer itself makes of a recording, with the same engine as the hub, line up or down.
 *
 * <p>Provisional by its nature: every result is automatic and unconfirmed, and says so in its form (a reading without a
 * reader). Storing it, and what it changes in the order of sending, is done elsewhere.
 */
@NullMarked
package org.ecgnet.edge.reading;

import org.jspecify.annotations.NullMarked;
