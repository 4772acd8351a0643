package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.paging.Severity;

/**
 * What a further red reading does to a case (CLINICAL section 5: a merge never swallows a new rule, a higher level or a
 * case nobody has accepted). Pure.
 */
sealed interface CaseMerge {

    /** Nothing that the case does not say already. */
    record Unchanged() implements CaseMerge {}

    /** Kept in the case; whoever has the case hears nothing new. */
    record Noted(CriticalCase next) implements CaseMerge {}

    /** Pushed at once; the ladder climbs on. */
    record Updated(CriticalCase next) implements CaseMerge {}

    /** Paged anew from the first rung: it was answered, and what came now was not part of the answer. */
    record PagedAnew(CriticalCase next) implements CaseMerge {}

    static CaseMerge of(CriticalCase open, ExamId exam, List<CaseRule> found, Severity severity, Instant now) {
        boolean news = tellsMore(open, found, severity);
        boolean sameExam = open.examId().equals(exam);
        if (!news && sameExam) {
            return new Unchanged();
        }
        CriticalCase merged = open.found(exam, now, open.severity().worse(severity), merged(open.rules(), found));
        if (open.handling().acknowledged().isPresent()) {
            return news ? new PagedAnew(pagedAnew(merged, now)) : new Noted(merged);
        }
        if (news || open.handling().accepted().isEmpty()) {
            return new Updated(merged.with(merged.clock().updated(now), merged.dispatch()));
        }
        return new Noted(merged);
    }

    /** True for a rule that the case does not have, a rule that became certain, or a worse severity. */
    static boolean tellsMore(CriticalCase known, List<CaseRule> found, Severity severity) {
        return severity.compareTo(known.severity()) < 0
                || found.stream().anyMatch(rule -> known.rules().stream()
                        .noneMatch(old -> old.rule().equals(rule.rule()) && (old.hard() || !rule.hard())));
    }

    static boolean sharesARule(CriticalCase known, List<CaseRule> found) {
        return found.stream().anyMatch(rule -> known.rules().stream()
                .anyMatch(old -> old.rule().equals(rule.rule())));
    }

    private static CriticalCase pagedAnew(CriticalCase merged, Instant now) {
        boolean newDispatch = merged.dispatch().cancelled().isPresent();
        DispatchHandling dispatch = newDispatch ? DispatchHandling.NONE : merged.dispatch();
        return merged.with(Handling.NONE).with(merged.clock().pagedAnew(now, newDispatch), dispatch);
    }

    /** Each rule once, as first found; one that became certain takes the place of its uncertain form. */
    private static List<CaseRule> merged(List<CaseRule> known, List<CaseRule> found) {
        List<CaseRule> all = new ArrayList<>(known);
        for (CaseRule rule : found) {
            Optional<CaseRule> old = all.stream()
                    .filter(other -> other.rule().equals(rule.rule()))
                    .findFirst();
            if (old.isEmpty()) {
                all.add(rule);
            } else if (rule.hard() && !old.get().hard()) {
                all.set(all.indexOf(old.get()), rule);
            }
        }
        return all;
    }
}
