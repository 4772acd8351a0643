package org.ecgnet.edge.retry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Goes on from a moment by the computer's own counter, so that setting the time of day by hours neither ends a
 * recording nor silences a heartbeat. Safe for use by many threads.
 */
public final class SteadyClock extends Clock {

    private final Clock wall;
    private final Instant from;
    private final long fromNanos;

    private SteadyClock(Clock wall) {
        this.wall = wall;
        this.from = wall.instant();
        this.fromNanos = System.nanoTime();
    }

    /** A clock that shows now what {@code wall} shows now. */
    public static SteadyClock from(Clock wall) {
        return new SteadyClock(wall);
    }

    @Override
    public Instant instant() {
        return from.plus(Duration.ofNanos(System.nanoTime() - fromNanos));
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(wall.withZone(zone));
    }
}
