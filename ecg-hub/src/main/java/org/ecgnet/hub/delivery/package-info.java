/**
 * What was sent to whom, and sending it again: the log of deliveries by every channel, with each attempt, the ones that
 * were given up, and a replay under the same id.
 *
 * <p>Sending itself, and when to try again, is the matter of {@code paging.run}; a replayed delivery is one that waits once
 * more. Nothing here holds a patient's name: no delivery does.
 */
@NullMarked
package org.ecgnet.hub.delivery;

import org.jspecify.annotations.NullMarked;
