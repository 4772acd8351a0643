package org.ecgnet.triage.rhythm;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Rhythm;

/**
 * R02: a long RR with symptoms is critical, in some provinces without them too; otherwise it is yellow from 2 s (Y04). Chinese consensus on critical ECG
 * values 2017, C2; CLINICAL 2.4. From 5 s on it is a standstill, R01.
 */
public final class LongPauseRule implements TriageRule {

    @Override
    public String id() {
        return "R02";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Rhythm.Interval longest = ecg.measured().rhythm().longest();
        if (ecg.fibrillating()
                || longest.millis() < profile.value("Y04.long-rr")
                || longest.millis() >= profile.value("R01.standstill")) {
            return Verdict.absent("no RR between 2 and 5 s");
        }
        boolean withSymptoms = ecg.symptoms().any();
        double red = profile.value(
                withSymptoms
                        ? "R02.long-rr"
                        : ecg.scores().claimed("AF") ? "R02.long-rr-in-af" : "R02.long-rr-without-symptoms");
        boolean critical = longest.millis() >= red;
        double threshold = critical ? red : profile.value("Y04.long-rr");
        Evidence evidence = new Evidence(
                "RR",
                longest.millis(),
                threshold,
                "ms",
                Optional.empty(),
                List.of(longest.fromSample(), longest.toSample()));
        return Verdict.present(new Finding(
                critical ? id() : "Y04",
                "LONG_RR",
                critical ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.95,
                List.of(evidence),
                "长RR间期 %.1f 秒%s。".formatted(longest.millis() / 1000, withSymptoms ? "，伴症状" : ""),
                "Long RR of %.1f s%s.".formatted(longest.millis() / 1000, withSymptoms ? " with symptoms" : "")));
    }
}
