package org.ecgnet.hub.critical;

import java.time.Instant;

/**
 * What the ladder counts from; see {@code CaseState}.
 *
 * @param round pages of the case, from 1
 * @param dispatch dispatches of the case, from 1
 */
public record CaseClock(int round, Instant pagedAt, int updates, Instant updatedAt, int dispatch) {

    static CaseClock startedAt(Instant now) {
        return new CaseClock(1, now, 0, now, 1);
    }

    CaseClock updated(Instant now) {
        return new CaseClock(round, pagedAt, updates + 1, now, dispatch);
    }

    CaseClock pagedAnew(Instant now, boolean newDispatch) {
        return new CaseClock(round + 1, now, 0, now, newDispatch ? dispatch + 1 : dispatch);
    }

    CaseClock dispatchedAnew() {
        return new CaseClock(round, pagedAt, updates, updatedAt, dispatch + 1);
    }
}
