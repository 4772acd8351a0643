/**
 * What the clinic must not lose, in one SQLite file: exams, their unsent messages, their readings, and what the centre
 * said about them.
 *
 * <p>A message is durable before anybody may send it, and goes only after the hub's receipt. Patient data and samples
 * are encrypted with the key of the key file and bound to their place. No other package of the edge sees SQL. What is
 * sent when is {@code uplink}'s.
 */
@NullMarked
package org.ecgnet.edge.store;

import org.jspecify.annotations.NullMarked;
