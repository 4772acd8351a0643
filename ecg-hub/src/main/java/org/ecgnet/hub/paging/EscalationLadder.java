package org.ecgnet.hub.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecgnet.hub.paging.Timing.Follows;
import org.ecgnet.hub.paging.Timing.Trigger;

/**
 * Whom to page next, and when. Pure: the caller writes the steps down, takes them, and asks again.
 *
 * <p>Steps that came due while nobody asked, such as in an outage of the hub, are all due at once, none is left out. A
 * hold delays a rung to the end of the hold and never beyond it; a page never falls silent on its own.
 *
 * @param rungs in the order in which steps due together are taken; their names differ
 */
public record EscalationLadder(List<Rung> rungs) {

    public EscalationLadder {
        rungs = List.copyOf(rungs);
        Set<String> names = new HashSet<>();
        for (Rung rung : rungs) {
            if (!names.add(rung.name())) {
                throw new IllegalArgumentException("rungs: '" + rung.name() + "' twice (expected: names that differ)");
            }
        }
        if (rungs.stream().noneMatch(EscalationLadder::neverTires)) {
            throw new IllegalArgumentException("rungs: none repeats for every severity until the page is acknowledged"
                    + " (expected: at least one, or a page could fall silent)");
        }
    }

    private static boolean neverTires(Rung rung) {
        return rung.goal() == Goal.ACKNOWLEDGED
                && rung.timing().from() == Timing.Anchor.PAGE
                && rung.timing().every().isPresent()
                && rung.timing().follows().isEmpty()
                && rung.timing().after().size() == Severity.values().length;
    }

    /** @param now the server's time */
    public NextSteps next(CaseState state, Instant now) {
        if (state.answers().closed()) {
            return NextSteps.NONE;
        }
        List<Step> due = new ArrayList<>();
        Optional<Instant> wakeAt = Optional.empty();
        for (Rung rung : rungs) {
            Optional<Instant> at = dueAt(rung, state);
            if (at.isEmpty()) {
                continue;
            }
            if (at.get().isAfter(now)) {
                wakeAt = earlier(wakeAt, at);
            } else {
                Step step = step(rung, state);
                due.add(step);
                wakeAt = earlier(wakeAt, rung.timing().every().map(now::plus));
            }
        }
        return new NextSteps(due, wakeAt);
    }

    private static Step step(Rung rung, CaseState state) {
        int occurrence = rung.timing().from() == Timing.Anchor.UPDATE ? state.updates() : timesTaken(rung, state) + 1;
        return new Step(rung, state.numberOf(rung.scope()), occurrence);
    }

    /** When the rung's next step is due; empty when no passing of time alone makes it due. */
    private static Optional<Instant> dueAt(Rung rung, CaseState state) {
        if (state.reached(rung.goal())) {
            return Optional.empty();
        }
        Optional<StepTaken> last = state.lastTaken(rung.name(), state.numberOf(rung.scope()));
        Optional<Instant> at = last.isEmpty() || rung.timing().from() == Timing.Anchor.UPDATE
                ? firstDue(rung, state)
                : rung.timing().every().map(pause -> last.get().at().plus(pause));
        return at.map(instant -> rung.heldByAccepting() ? held(instant, state) : instant);
    }

    private static Instant held(Instant at, CaseState state) {
        return state.answers().heldUntil().filter(at::isBefore).orElse(at);
    }

    private static Optional<Instant> firstDue(Rung rung, CaseState state) {
        Timing timing = rung.timing();
        if (timing.from() == Timing.Anchor.UPDATE && state.updates() <= timesTaken(rung, state)) {
            return Optional.empty();
        }
        Optional<Duration> delay = Optional.ofNullable(timing.after().get(state.severity()));
        Optional<Instant> byClock = anchor(timing, state).flatMap(from -> delay.map(from::plus));
        Optional<Instant> at =
                earlier(earlier(byClock, trigger(timing, state, delay.isPresent())), unreached(timing, state));
        if (timing.follows().isEmpty()) {
            return at;
        }
        Follows follows = timing.follows().get();
        Optional<Instant> notBefore = state.lastTaken(follows.rung(), state.numberOf(rung.scope()))
                .map(step -> step.at().plus(follows.gap()));
        return at.flatMap(instant -> notBefore.map(floor -> floor.isAfter(instant) ? floor : instant));
    }

    /** A confirmation hastens only what the clock would bring as well; an order needs no clock. */
    private static Optional<Instant> trigger(Timing timing, CaseState state, boolean hasDelay) {
        CaseState.Answers answers = state.answers();
        Optional<Instant> ordered =
                timing.sooner().contains(Trigger.ORDERED) ? answers.dispatchOrderedAt() : Optional.empty();
        if (!hasDelay || !timing.sooner().contains(Trigger.CONFIRMED)) {
            return ordered;
        }
        return earlier(ordered, earlier(answers.confirmedAt(), answers.acknowledgedAt()));
    }

    /** Nobody can hear the console, or the pages before this one do not arrive: not before there was a page. */
    private static Optional<Instant> unreached(Timing timing, CaseState state) {
        Optional<Instant> unheard =
                timing.sooner().contains(Trigger.UNHEARD) ? state.reach().unheardAt() : Optional.empty();
        Optional<Instant> ill = timing.afterIll()
                .flatMap(rung -> Optional.ofNullable(state.reach().illAt().get(rung)));
        return earlier(unheard, ill).map(at -> at.isBefore(state.pagedAt()) ? state.pagedAt() : at);
    }

    private static Optional<Instant> anchor(Timing timing, CaseState state) {
        return switch (timing.from()) {
            case PAGE -> Optional.of(state.pagedAt());
            case UPDATE -> Optional.of(state.updatedAt());
            case ACKNOWLEDGEMENT -> state.answers().acknowledgedAt();
        };
    }

    private static int timesTaken(Rung rung, CaseState state) {
        return state.lastTaken(rung.name(), state.numberOf(rung.scope()))
                .map(StepTaken::occurrence)
                .orElse(0);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
