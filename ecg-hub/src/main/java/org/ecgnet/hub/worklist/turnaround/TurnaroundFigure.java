package org.ecgnet.hub.worklist.turnaround;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;

/**
 * What was reached at one level.
 *
 * @param half within which half were answered (nearest rank); empty when none was
 * @param nineTenths within which nine tenths were
 */
public record TurnaroundFigure(
        TriageLevel level,
        int answered,
        Optional<Duration> half,
        Optional<Duration> nineTenths,
        TurnaroundGoals.Goal goal) {

    private static final int HALF = 50;
    private static final int NINE_TENTHS = 90;
    private static final int ALL = 100;

    /** @param waits of every answered exam, in any order */
    public static TurnaroundFigure of(TriageLevel level, List<Duration> waits, TurnaroundGoals goals) {
        List<Duration> sorted = waits.stream().sorted().toList();
        return new TurnaroundFigure(
                level, sorted.size(), rank(sorted, HALF), rank(sorted, NINE_TENTHS), goals.of(level));
    }

    private static Optional<Duration> rank(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int rank = (sorted.size() * percent + ALL - 1) / ALL;
        return Optional.of(sorted.get(rank - 1));
    }

    /** True when both goals are reached, or nothing was there to be answered. */
    public boolean reached() {
        return within(half, goal.half()) && within(nineTenths, goal.nineTenths());
    }

    private static boolean within(Optional<Duration> reached, Duration goal) {
        return reached.filter(time -> time.compareTo(goal) > 0).isEmpty();
    }
}
