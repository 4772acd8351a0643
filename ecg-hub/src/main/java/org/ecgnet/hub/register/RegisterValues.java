package org.ecgnet.hub.register;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ecgnet.hub.critical.CaseRule;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;

/** What was measured for the red findings of a case, as the readings say that found them. Pure. */
final class RegisterValues {

    private static final int MOST = 4;
    private static final String RATIO = "1"; // the unit of what has none

    private RegisterValues() {}

    /** @param readings of the exams of the case */
    static String of(CriticalCase known, List<StoredReading> readings) {
        return known.rules().stream()
                .map(rule -> of(rule, readings))
                .filter(values -> !values.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String of(CaseRule rule, List<StoredReading> readings) {
        List<Evidence> evidence = readings.stream()
                .filter(read -> read.examId().equals(rule.examId()) && read.number() == rule.reading())
                .flatMap(read -> read.reading().findings().stream())
                .filter(finding -> finding.rule().equals(rule.rule()))
                .map(Finding::evidence)
                .flatMap(List::stream)
                .limit(MOST)
                .toList();
        return evidence.isEmpty()
                ? ""
                : rule.rule() + " "
                        + evidence.stream().map(RegisterValues::words).collect(Collectors.joining(", "));
    }

    private static String words(Evidence evidence) {
        String lead = evidence.lead().map(known -> " " + known.label()).orElse("");
        return RATIO.equals(evidence.unit())
                ? String.format(Locale.ROOT, "%s%s %.2f", evidence.quantity(), lead, evidence.value())
                : String.format(
                        Locale.ROOT, "%s%s %.0f %s", evidence.quantity(), lead, evidence.value(), evidence.unit());
    }
}
