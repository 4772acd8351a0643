/**
 * The line to the hub: sends what the spool holds, takes receipts and messages, and keeps trying.
 *
 * <p>{@link org.ecgnet.edge.uplink.Uplink} owns one thread that decides everything; the MQTT client's callbacks only
 * put events in its inbox. An MQTT acknowledgement frees a place in the window and nothing else: only the hub's own
 * receipt lets the spool forget. What is durable, and in which order it goes, is {@code store}'s.
 */
@NullMarked
package org.ecgnet.edge.uplink;

import org.jspecify.annotations.NullMarked;
