package org.ecgnet.hub.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ecgnet.hub.paging.CaseState.Answers;

/** Walks a ladder with a hand-moved clock, writing down every step as the hub does. */
final class LadderWalk {

    static final Instant PAGED = Instant.parse("2026-03-01T02:00:00Z");

    private final EscalationLadder ladder;
    private final List<StepTaken> taken = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Severity severity;
    private int updates;
    private Instant updatedAt = PAGED;
    private int round = 1;
    private Instant pagedAt = PAGED;
    private int dispatch = 1;
    private Answers answers = Answers.NONE;
    private Reach reach = Reach.WELL;
    private Instant now = PAGED;

    LadderWalk(EscalationLadder ladder, Severity severity) {
        this.ladder = ladder;
        this.severity = severity;
    }

    CaseState state() {
        return new CaseState(severity, round, pagedAt, updates, updatedAt, dispatch, answers, reach, taken);
    }

    /** Goes on to {@code seconds} after the first page, stopping wherever the ladder asked to be woken. */
    LadderWalk until(long seconds) {
        Instant end = PAGED.plusSeconds(seconds);
        takeAllDue();
        Optional<Instant> wake = ladder.next(state(), now).wakeAt();
        while (wake.isPresent() && !wake.get().isAfter(end)) {
            now = wake.get();
            takeAllDue();
            wake = ladder.next(state(), now).wakeAt();
        }
        now = end;
        takeAllDue();
        return this;
    }

    /** Lets the time pass as in an outage: nobody asks the ladder. */
    LadderWalk asleepUntil(long seconds) {
        now = PAGED.plusSeconds(seconds);
        return this;
    }

    LadderWalk answered(UnaryOperator<AnswersDraft> change) {
        AnswersDraft draft = change.apply(new AnswersDraft(answers));
        answers = draft.done();
        return this;
    }

    LadderWalk acknowledged() {
        return answered(draft -> draft.acknowledged(now));
    }

    LadderWalk held() {
        return answered(draft -> draft.held(now.plus(LadderTimes.DEFAULT.hold())));
    }

    /** No console is heard of from {@code seconds} on. */
    LadderWalk unheardFrom(long seconds) {
        reach = new Reach(Optional.of(PAGED.plusSeconds(seconds)), reach.illAt());
        return this;
    }

    /** The pages of the rung do not arrive. */
    LadderWalk illFrom(String rung, long seconds) {
        Map<String, Instant> ill = new HashMap<>(reach.illAt());
        ill.put(rung, PAGED.plusSeconds(seconds));
        reach = new Reach(reach.unheardAt(), ill);
        return this;
    }

    LadderWalk clinicSaw() {
        return answered(draft -> draft.clinicSaw(now));
    }

    LadderWalk updated() {
        updates++;
        updatedAt = now;
        return this;
    }

    LadderWalk pagedAnew(boolean newDispatch) {
        round++;
        pagedAt = now;
        updates = 0;
        updatedAt = now;
        dispatch += newDispatch ? 1 : 0;
        answers = Answers.NONE;
        return this;
    }

    Instant now() {
        return now;
    }

    NextSteps ask() {
        return ladder.next(state(), now);
    }

    /** Steps as {@code seconds rung}, in the order in which they were taken. */
    List<String> log() {
        return List.copyOf(log);
    }

    List<StepTaken> taken() {
        return List.copyOf(taken);
    }

    private void takeAllDue() {
        List<Step> due = ladder.next(state(), now).due();
        while (!due.isEmpty()) {
            for (Step step : due) {
                taken.add(new StepTaken(step.rung().name(), step.round(), step.occurrence(), now));
                log.add(Duration.between(PAGED, now).toSeconds() + " "
                        + step.rung().name());
            }
            due = ladder.next(state(), now).due();
        }
    }
}
