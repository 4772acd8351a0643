package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.CaseState;
import org.ecgnet.hub.paging.Reach;
import org.ecgnet.hub.paging.Severity;
import org.ecgnet.hub.paging.StepTaken;

/**
 * A red exam, with the repeats of it, and what is done about it.
 *
 * @param number the register's serial number
 * @param examId the latest exam of the case
 * @param patientKey digest of the identity number, by which repeats are known; empty for an unknown patient
 * @param drill an exercise, kept out of every figure
 * @param openedAt by the hub's clock
 * @param lastReadingAt of the last red reading
 * @param rules what was found, each rule once
 * @param closed by whom; empty while it is open
 * @param closingNote why it was closed; a lowered colour has its reason here
 */
public record CriticalCase(
        UUID id,
        long number,
        SiteCode site,
        ExamId examId,
        Optional<String> patientKey,
        boolean drill,
        Instant openedAt,
        Instant lastReadingAt,
        Severity severity,
        List<CaseRule> rules,
        CaseClock clock,
        Handling handling,
        DispatchHandling dispatch,
        Optional<Signed> closed,
        Optional<String> closingNote) {

    public CriticalCase {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules: none (expected: at least one)");
        }
    }

    /** True until somebody closed it. */
    public boolean open() {
        return closed.isEmpty();
    }

    /** The finding to page about: a certain one before others, then the first found. */
    public CaseRule leadingRule() {
        return rules.stream().filter(CaseRule::hard).findFirst().orElse(rules.get(0));
    }

    /** As the ladder sees it. */
    public CaseState ladderState(Reach reach, List<StepTaken> taken) {
        var answers = new CaseState.Answers(
                handling.confirmed().map(Signed::at),
                handling.heldUntil(),
                handling.acknowledged().map(Signed::at),
                handling.disposed().map(Signed::at),
                handling.clinicSaw().map(Signed::at),
                dispatch.ordered().map(Signed::at),
                dispatch.accepted().map(Signed::at),
                dispatch.cancelled().map(Signed::at),
                !open());
        return new CaseState(
                severity,
                clock.round(),
                clock.pagedAt(),
                clock.updates(),
                clock.updatedAt(),
                clock.dispatch(),
                answers,
                reach,
                taken);
    }

    public CriticalCase with(Handling next) {
        return new CriticalCase(
                id,
                number,
                site,
                examId,
                patientKey,
                drill,
                openedAt,
                lastReadingAt,
                severity,
                rules,
                clock,
                next,
                dispatch,
                closed,
                closingNote);
    }

    public CriticalCase with(CaseClock nextClock, DispatchHandling nextDispatch) {
        return new CriticalCase(
                id,
                number,
                site,
                examId,
                patientKey,
                drill,
                openedAt,
                lastReadingAt,
                severity,
                rules,
                nextClock,
                handling,
                nextDispatch,
                closed,
                closingNote);
    }

    CriticalCase found(ExamId exam, Instant now, Severity as, List<CaseRule> all) {
        return new CriticalCase(
                id,
                number,
                site,
                exam,
                patientKey,
                drill,
                openedAt,
                now,
                as,
                all,
                clock,
                handling,
                dispatch,
                closed,
                closingNote);
    }

    CriticalCase closed(Signed by, String note) {
        return new CriticalCase(
                id,
                number,
                site,
                examId,
                patientKey,
                drill,
                openedAt,
                lastReadingAt,
                severity,
                rules,
                clock,
                handling,
                dispatch,
                Optional.of(by),
                Optional.of(note));
    }

    /** An exercise that is over; the real thing is closed at the desk only. */
    public CriticalCase drillEnded(Signed by, String note) {
        if (!drill) {
            throw new IllegalStateException("case " + number + " is no exercise");
        }
        return closed(by, note);
    }

    /** The case with the clinic's confirmation of this round. */
    public CriticalCase clinicSaw(Signed by) {
        return with(handling.clinicSaw(by));
    }

    /** The case once a person at 120 took it. */
    public CriticalCase dispatchAccepted(Signed by) {
        return with(clock, dispatch.accepted(by));
    }

    /** The case once the dispatch was called off. */
    public CriticalCase dispatchCancelled(Signed by) {
        return with(clock, dispatch.cancelled(by));
    }
}
