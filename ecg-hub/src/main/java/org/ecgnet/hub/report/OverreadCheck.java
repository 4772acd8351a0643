package org.ecgnet.hub.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.report.ReportRefusal.Reason;

/**
 * Whether an overread may be signed: every claim judged, every critical one by itself, a lower colour with its reason.
 * Pure.
 */
final class OverreadCheck {

    private OverreadCheck() {}

    /**
     * @param amends a signed version is there
     * @param redCaseOpen the exam's critical case is open
     * @return empty when it may be signed
     */
    static Optional<ReportRefusal> problem(
            List<MachineClaim> claims, TriageLevel machine, Overread overread, boolean amends, boolean redCaseOpen) {
        return judgement(claims, overread)
                .or(() -> level(machine, overread, redCaseOpen))
                .or(() -> amends && overread.amendmentReason().isBlank()
                        ? refused(Reason.AMENDMENT_REASON_MISSING, "say why the signed report is amended")
                        : Optional.empty());
    }

    private static Optional<ReportRefusal> judgement(List<MachineClaim> claims, Overread overread) {
        Set<String> missing = claims.stream().map(MachineClaim::key).collect(Collectors.toCollection(TreeSet::new));
        boolean says = !overread.added().isEmpty() || !overread.conclusion().isBlank();
        for (Judged judged : overread.judged()) {
            Optional<MachineClaim> claim = claims.stream()
                    .filter(known -> known.key().equals(judged.key()))
                    .findFirst();
            if (claim.isEmpty() || !missing.remove(judged.key())) {
                return refused(
                        Reason.UNJUDGED, "judge each claim of the machine once; " + judged.key() + " is not one");
            }
            if (claim.get().critical() && !judged.chosenAlone()) {
                return refused(Reason.RED_NEEDS_CHOICE, "choose " + judged.key() + " by itself");
            }
            boolean needsWords = judged.decision() == Decision.EDITED
                    || judged.decision() == Decision.REJECTED && claim.get().critical();
            if (needsWords && judged.words().isBlank()) {
                return refused(Reason.WORDS_MISSING, "write the words of " + judged.key());
            }
            says = says || judged.decision() != Decision.REJECTED;
        }
        if (!missing.isEmpty()) {
            return refused(Reason.UNJUDGED, "accept, edit or reject " + String.join(", ", missing));
        }
        return says ? Optional.empty() : refused(Reason.EMPTY, "add a statement or a conclusion");
    }

    /** Grey is no colour of less urgency than yellow: it asks for a repeat. Compared as {@link TriageLevel} orders. */
    private static Optional<ReportRefusal> level(TriageLevel machine, Overread overread, boolean redCaseOpen) {
        if (redCaseOpen && overread.level() != TriageLevel.RED) {
            return refused(Reason.RED_CASE_OPEN, "lower the open critical case with a reason first");
        }
        if (overread.level().compareTo(machine) > 0 && overread.levelReason().isBlank()) {
            return refused(
                    Reason.LEVEL_REASON_MISSING,
                    "say why " + overread.level() + " and not " + machine + " as the machine");
        }
        return Optional.empty();
    }

    private static Optional<ReportRefusal> refused(Reason reason, String detail) {
        return Optional.of(new ReportRefusal(reason, detail));
    }
}
