package org.ecgnet.hub.dispatch;

import java.time.Instant;

/**
 * A state that a dispatch came into. Appended, never changed.
 *
 * @param by who brought it there
 * @param at by the hub's clock
 * @param note as said, such as the vehicle's number; may be empty
 */
public record DispatchStep(DispatchState state, String by, Instant at, String note) {}
