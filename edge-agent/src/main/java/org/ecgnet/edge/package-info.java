/**
 * The edge agent of one clinic: command line, settings, and the wiring of its rooms.
 *
 * <p>{@link org.ecgnet.edge.Clinic} is the one place where the unit's events, the store, the uplink and the page meet,
 * on one thread. Every decision that can be made without a thread is made in a room of its own: capture, store, uplink,
 * reading, page, serial.
 */
@NullMarked
package org.ecgnet.edge;

import org.jspecify.annotations.NullMarked;
