package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.util.List;

/**
 * When a failed delivery is tried again.
 *
 * @param pauses after the first, second ... attempt; the last one repeats
 * @param giveUpAfter since it was planned
 */
public record RetrySchedule(List<Duration> pauses, Duration giveUpAfter) {

    /** The red lane: 0, 2, 5, 10, 20, 40, 60 s and every 60 s, for a day (UX section 4). */
    public static final RetrySchedule RED_LANE = new RetrySchedule(
            List.of(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(40),
                    Duration.ofMinutes(1)),
            Duration.ofHours(24));

    public RetrySchedule {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty()) {
            throw new IllegalArgumentException("pauses: [] (expected: at least one)");
        }
    }

    /** @param attempts made so far, at least 1 */
    public Duration pauseAfter(int attempts) {
        return pauses.get(Math.min(attempts, pauses.size()) - 1);
    }
}
