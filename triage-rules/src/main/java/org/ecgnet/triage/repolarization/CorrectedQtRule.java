package org.ecgnet.triage.repolarization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;

/**
 * R19: QTc by Fridericia of 550 ms or more, borne by two leads (Chinese consensus on critical ECG values 2017, D4), or of 500 ms
 * or more with a ventricular beat on the T wave (PROV-B). From 500 ms on without, from 480 ms on, and at 340 ms or less it is
 * yellow (Y10).
 *
 * <p>A QTc of 550 ms in one lead alone is yellow: its T may run into a U or a P there.
 */
public final class CorrectedQtRule implements TriageRule {

    @Override
    public String id() {
        return "R19";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (ecg.fibrillating()
                || ecg.measured().qtMillis().isEmpty()
                || ecg.measured().rhythm().meanRateBpm() == 0) {
            return new Verdict.CannotTell("无法测量QT间期。", "QT cannot be measured.", false);
        }
        OptionalDouble measured = AdjustedQt.qtcMillis(ecg, profile.value("R19.fastest"));
        if (measured.isEmpty()) {
            return new Verdict.CannotTell("心率过快或不齐，无法校正QT。", "Too fast or too irregular to correct QT.", false);
        }
        double qtc = measured.getAsDouble();
        if (qtc < profile.value("Y10.upper") && qtc > profile.value("Y10.short")) {
            return Verdict.absent("QTc between the limits");
        }
        return Verdict.present(
                qtc <= profile.value("Y10.short") ? tooShort(ecg, profile, qtc) : tooLong(ecg, profile, qtc));
    }

    private static Finding tooShort(EcgCase ecg, RuleProfile profile, double qtc) {
        return new Finding(
                "Y10",
                "SHORT_QT",
                TriageLevel.YELLOW,
                false,
                0.8,
                List.of(ecg.evidence("QTc (Fridericia)", qtc, profile.value("Y10.short"), "ms"), qt(ecg)),
                "QTc %.0f 毫秒（Fridericia），缩短。".formatted(qtc),
                "QTc %.0f ms (Fridericia), short.".formatted(qtc));
    }

    private Finding tooLong(EcgCase ecg, RuleProfile profile, double qtc) {
        boolean onT = qtc >= profile.value("R19.long-with-r-on-t") && rOnT(ecg);
        boolean red = onT || qtc >= profile.value("R19.long") && borne(ecg, profile);
        boolean upper = qtc < profile.value("Y10.long");
        double threshold = red
                ? profile.value(qtc >= profile.value("R19.long") ? "R19.long" : "R19.long-with-r-on-t")
                : profile.value(upper ? "Y10.upper" : "Y10.long");
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(ecg.evidence("QTc (Fridericia)", qtc, threshold, "ms"));
        evidence.add(qt(ecg));
        if (red) {
            AdjustedQt.leadsFrom(ecg, threshold)
                    .forEach((lead, own) -> evidence.add(ecg.evidence(lead, "QTc (Fridericia)", own, threshold, "ms")));
        }
        return new Finding(
                red ? id() : "Y10",
                onT ? "LONG_QT_R_ON_T" : "LONG_QT",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                upper ? 0.6 : 0.9,
                evidence,
                "QTc %.0f 毫秒（Fridericia），%s%s。".formatted(qtc, upper ? "轻度延长" : "延长", onT ? "，伴R-on-T室性早搏" : ""),
                "QTc %.0f ms (Fridericia), %s%s."
                        .formatted(qtc, upper ? "slightly prolonged" : "prolonged", onT ? " with R on T" : ""));
    }

    /** Two leads bear it out; where no lead can be measured alone, the global measurement stands. */
    private static boolean borne(EcgCase ecg, RuleProfile profile) {
        Map<?, Double> leads = AdjustedQt.leadsFrom(ecg, profile.value("R19.long"));
        return ecg.measured().medianBeat().isEmpty() || leads.size() >= profile.value("R19.leads");
    }

    /** A ventricular beat nearer to the beat before it than that one's QT is long. */
    private static boolean rOnT(EcgCase ecg) {
        double qt = ecg.measured().qtMillis().orElse(0);
        List<Beat> beats = ecg.measured().beats();
        for (int k = 1; k < beats.size(); k++) {
            boolean ventricular = beats.get(k).kind() == Beat.Kind.VENTRICULAR;
            if (ventricular
                    && ecg.measured().millis(beats.get(k - 1).r(), beats.get(k).r()) < qt) {
                return true;
            }
        }
        return false;
    }

    private static Evidence qt(EcgCase ecg) {
        return ecg.evidence("QT", ecg.measured().qtMillis().orElse(0), 0, "ms");
    }
}
