package org.ecgnet.hub.store.postgres;

import java.time.Duration;

/**
 * When the watch looks at the server next: soon while it runs, ever later while starts of it do not last, so that a full
 * disk is not met with a start every moment. Pure.
 *
 * @param starts starts since the server last stayed up for a minute
 * @param calmLooks looks in a row that found it running
 */
record LookPlan(int starts, int calmLooks) {

    static final LookPlan CALM = new LookPlan(0, 0);

    static final Duration SOON = Duration.ofMillis(500);
    static final Duration LATEST = Duration.ofSeconds(30);
    private static final int CALM_AGAIN = (int) (Duration.ofMinutes(1).toMillis() / SOON.toMillis());

    /** The server was found running. */
    LookPlan foundRunning() {
        return calmLooks + 1 >= CALM_AGAIN ? CALM : new LookPlan(starts, calmLooks + 1);
    }

    /** The server was found dead, and a start was tried. */
    LookPlan foundDead() {
        return new LookPlan(starts + 1, 0);
    }

    /** Until the next look. */
    Duration pause() {
        if (calmLooks > 0 || starts <= 1) {
            return SOON;
        }
        Duration longer = SOON.multipliedBy(1L << Math.min(starts - 1, 10));
        return longer.compareTo(LATEST) < 0 ? longer : LATEST;
    }
}
