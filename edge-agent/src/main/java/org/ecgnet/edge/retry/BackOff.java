package org.ecgnet.edge.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubling from one limit to another, each wait drawn from its upper half so
 * that many clinics do not return in step. For one thread.
 */
public final class BackOff {

    private static final int MOST_DOUBLINGS = 30;

    private final Duration from;
    private final Duration to;
    private final RandomGenerator random;
    private int failures;

    public BackOff(Duration from, Duration to, RandomGenerator random) {
        this.from = from;
        this.to = to;
        this.random = random;
    }

    /** The wait after one more failure. */
    public Duration next() {
        long ceiling = Math.min(to.toMillis(), from.toMillis() << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }

    /** It worked: the next wait is short again. */
    public void reset() {
        failures = 0;
    }
}
