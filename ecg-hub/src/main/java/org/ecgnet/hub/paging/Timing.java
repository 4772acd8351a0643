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
 * @param afterIll an earlier rung whose pages not arriving make this one due at once; see {@link Reach#illAt()}
 */
public record Timing(
        Anchor from,
        Map<Severity, Duration> after,
        Set<Trigger> sooner,
        Optional<Follows> follows,
        Optional<Duration> every,
        Optional<String> afterIll) {

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
                Optional.empty(),
                Optional.empty());
    }

    public static Timing bySeverity(Map<Severity, Duration> after) {
        return from(Anchor.PAGE, after);
    }

    /** Delays from the anchor by severity, and nothing else. */
    public static Timing from(Anchor anchor, Map<Severity, Duration> after) {
        return new Timing(anchor, after, Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Never due by the clock: only when this happens. */
    public static Timing only(Trigger trigger) {
        return bySeverity(Map.of()).soonerOn(Set.of(trigger));
    }

    public Timing repeatedEvery(Duration pause) {
        return new Timing(from, after, sooner, follows, Optional.of(pause), afterIll);
    }

    public Timing soonerOn(Set<Trigger> triggers) {
        return new Timing(from, after, triggers, follows, every, afterIll);
    }

    public Timing following(String rung, Duration gap) {
        return new Timing(from, after, sooner, Optional.of(new Follows(rung, gap)), every, afterIll);
    }

    /** At once when the pages of that rung do not arrive. */
    public Timing atOnceWhenIll(String rung) {
        return new Timing(from, after, sooner, follows, every, Optional.of(rung));
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
        ORDERED,
        /** No console of a reader is heard of that could sound; see {@link Reach#unheardAt()}. */
        UNHEARD
    }

    /** Not before {@code gap} after the rung of this name was last taken. */
    public record Follows(String rung, Duration gap) {}
}
