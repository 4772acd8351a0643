package org.ecgnet.hub.critical;

import java.time.Instant;

/**
 * Who did it, and when.
 *
 * @param by a person's name, or what acted on its own
 * @param at by the hub's clock
 */
public record Signed(String by, Instant at) {}
