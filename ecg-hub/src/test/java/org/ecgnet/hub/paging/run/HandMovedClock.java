package org.ecgnet.hub.paging.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved. */
final class HandMovedClock extends Clock {

    private volatile Instant now;

    HandMovedClock(Instant now) {
        this.now = now;
    }

    void moveTo(Instant then) {
        now = then;
    }

    void moveBy(Duration span) {
        now = now.plus(span);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
