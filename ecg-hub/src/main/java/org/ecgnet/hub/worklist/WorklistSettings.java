package org.ecgnet.hub.worklist;

import java.time.Duration;
import java.util.Map;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.worklist.turnaround.TurnaroundGoals;
import org.ecgnet.settings.StrictSettings;

/**
 * How the centre wants its worklist.
 *
 * @param span how far back it looks; a critical case that nobody has read back stays in any case
 * @param claimLease how long a claim holds that no open page renews
 * @param goals within which time exams shall be answered
 */
public record WorklistSettings(Duration span, Duration claimLease, TurnaroundGoals goals) {

    public static final WorklistSettings DEFAULT =
            new WorklistSettings(Duration.ofDays(1), Duration.ofMinutes(5), TurnaroundGoals.DEFAULT);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Reads the group {@code worklist} of the hub's settings. */
    public static WorklistSettings from(StrictSettings worklist) {
        StrictSettings goals = worklist.group("goals");
        TurnaroundGoals.Goal routine = goal(goals.group("routine"));
        return new WorklistSettings(
                worklist.duration("span", MINUTE, Duration.ofDays(31)),
                worklist.duration("claim-lease", MINUTE, DAY),
                new TurnaroundGoals(Map.of(
                        TriageLevel.RED,
                        goal(goals.group("red")),
                        TriageLevel.YELLOW,
                        goal(goals.group("yellow")),
                        TriageLevel.GREY,
                        routine,
                        TriageLevel.GREEN,
                        routine)));
    }

    private static TurnaroundGoals.Goal goal(StrictSettings group) {
        return new TurnaroundGoals.Goal(
                group.duration("half", SECOND, DAY), group.duration("nine-tenths", SECOND, DAY));
    }
}
