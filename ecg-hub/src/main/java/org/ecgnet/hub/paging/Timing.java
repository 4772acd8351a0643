package org.ecgnet.hub.paging;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a rung is due.
 *
 * @param from what the delays count from
 * @param after delay by severity; a severity that is not in it is never due by the clock alone
 * @param sooner what makes the rung due at once, before its delay has run out
 * @param follows an earlier rung that must have been taken, and how long ago
 * @param every how soon the rung is taken again while its goal is not reached; empty for once
 */
public record Timing(
        Anchor from,
        Map<Severity, Duration> after,
        Set<Trigger> sooner,
        Optional<Follows> follows,
        Optional<Duration> every) {

    public Timing {
        after = Map.copyOf(after);
        sooner = Set.copyOf(sooner);
        if (every.isPresent() && every.get().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("every: " + every.get() + " (expected: 1 s or more)");
        }
    }

    /** The same delay for every severity. */
    public static Timing after(Anchor from, Duration delay) {
        return new Timing(
                from,
                Map.of(Severity.LETHAL, delay, Severity.HARD, delay, Severity.SUSPECTED, delay),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static Timing bySeverity(Map<Severity, Duration> after) {
        return new Timing(Anchor.PAGE, after, Set.of(), Optional.empty(), Optional.empty());
    }

    public Timing repeatedEvery(Duration pause) {
        return new Timing(from, after, sooner, follows, Optional.of(pause));
    }

    public Timing soonerOn(Set<Trigger> triggers) {
        return new Timing(from, after, triggers, follows, every);
    }

    public Timing following(String rung, Duration gap) {
        return new Timing(from, after, sooner, Optional.of(new Follows(rung, gap)), every);
    }

    /** What delays count from. */
    public enum Anchor {
        /** The commit of the page. */
        PAGE,
        /** The latest reading that was merged into the case. */
        UPDATE,
        /** The acknowledgement. */
        ACKNOWLEDGEMENT
    }

    /** What makes a rung due before its time. */
    public enum Trigger {
        /** A person confirmed the finding, by saying so or by reading it back. */
        CONFIRMED,
        /** A person ordered it, whatever the severity. */
        ORDERED
    }

    /** Not before {@code gap} after the rung of this name was last taken. */
    public record Follows(String rung, Duration gap) {}
}
