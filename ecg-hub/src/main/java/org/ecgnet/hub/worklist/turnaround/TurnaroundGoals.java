package org.ecgnet.hub.worklist.turnaround;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.ecgnet.ecg.TriageLevel;

/**
 * Within which time half and nine tenths of the exams of a level shall be answered. A red is answered by its read-back,
 * counted from the page; the others by a signed report, counted from the whole exam.
 */
public record TurnaroundGoals(Map<TriageLevel, Goal> byLevel) {

    private static final Goal RED = new Goal(Duration.ofSeconds(45), Duration.ofSeconds(90));
    private static final Goal YELLOW = new Goal(Duration.ofMinutes(5), Duration.ofMinutes(10));
    private static final Goal GREEN = new Goal(Duration.ofMinutes(10), Duration.ofMinutes(30));

    /** The centre's service goals; one that cannot be judged waits no longer than a routine one. */
    public static final TurnaroundGoals DEFAULT = new TurnaroundGoals(Map.of(
            TriageLevel.RED, RED, TriageLevel.YELLOW, YELLOW, TriageLevel.GREY, GREEN, TriageLevel.GREEN, GREEN));

    public TurnaroundGoals {
        byLevel = Map.copyOf(new EnumMap<>(byLevel));
        if (byLevel.size() != TriageLevel.values().length) {
            throw new IllegalArgumentException("goals: " + byLevel.keySet() + " (expected: one for every level)");
        }
    }

    /** Of this level. */
    public Goal of(TriageLevel level) {
        Goal goal = byLevel.get(level);
        if (goal == null) {
            throw new IllegalStateException("every level has a goal");
        }
        return goal;
    }

    /**
     * @param half of the exams are answered within
     * @param nineTenths of the exams are answered within
     */
    public record Goal(Duration half, Duration nineTenths) {

        public Goal {
            if (half.isNegative() || half.isZero() || half.compareTo(nineTenths) > 0) {
                throw new IllegalArgumentException("goal: " + half + ", " + nineTenths
                        + " (expected: the first above 0 and not above the second)");
            }
        }
    }
}
