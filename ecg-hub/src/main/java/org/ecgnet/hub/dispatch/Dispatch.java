package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * One request to 120.
 *
 * @param number of the case's dispatches, from 1
 * @param by who brought it into this state
 * @param at by the hub's clock
 */
public record Dispatch(UUID id, UUID caseId, int number, DispatchState state, String by, Instant at) {

    public Dispatch in(DispatchState next, String who, Instant now) {
        return new Dispatch(id, caseId, number, next, who, now);
    }
}
