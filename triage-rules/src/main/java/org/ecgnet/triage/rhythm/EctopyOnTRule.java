package org.ecgnet.triage.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.CorrectedQt;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;

/**
 * R20: ventricular beats that begin on the T wave before them: R-R' over QT below 1 (Chinese consensus on critical ECG values
 * 2017, D6), twice or more, or once with acute ischaemia or a QTc of 480 ms. Once without is yellow (Y06).
 */
public final class EctopyOnTRule implements TriageRule {

    /** Above this rate T and the next P run together and no end of T is to be believed. */
    private static final double FASTEST_BPM = 120;

    @Override
    public String id() {
        return "R20";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        double qt = ecg.measured().qtMillis().orElse(0);
        if (ecg.fibrillating() || ecg.scores().claimed("VT") || ecg.scores().claimed("PACED")) {
            return Verdict.absent("fibrillation, tachycardia or pacing");
        }
        List<Integer> early = new ArrayList<>();
        double shortest = Double.MAX_VALUE;
        List<Beat> beats = ecg.measured().beats();
        for (int k = 1; k < beats.size() && qt > 0 && rate <= FASTEST_BPM; k++) {
            double share =
                    ecg.measured().millis(beats.get(k - 1).r(), beats.get(k).r()) / qt;
            boolean follows = beats.get(k).kind() == Beat.Kind.VENTRICULAR
                    && beats.get(k - 1).kind() != Beat.Kind.VENTRICULAR;
            if (follows && share < profile.value("R20.on-t")) {
                early.add(beats.get(k).r());
                shortest = Math.min(shortest, share);
            }
        }
        return early.isEmpty()
                ? Verdict.absent("no ventricular beat on a T wave")
                : found(ecg, profile, early, shortest);
    }

    private Verdict found(EcgCase ecg, RuleProfile profile, List<Integer> early, double shortest) {
        double qtc = qtc(ecg);
        boolean vulnerable = qtc >= profile.value("R20.long-qtc")
                || ecg.scores().claimed("MI_ACUTE")
                || ecg.scores().claimed("STE")
                || ecg.scores().claimed("STD");
        boolean red = early.size() >= profile.value("R20.times") || vulnerable;
        return Verdict.present(new Finding(
                red ? id() : "Y06",
                "R_ON_T",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.9,
                List.of(
                        new Evidence("R-R' over QT", shortest, profile.value("R20.on-t"), "", Optional.empty(), early),
                        new Evidence(
                                "beats on T",
                                early.size(),
                                profile.value("R20.times"),
                                "beats",
                                Optional.empty(),
                                early),
                        ecg.evidence("QTc (Fridericia)", qtc, profile.value("R20.long-qtc"), "ms")),
                "R-on-T 室性早搏 %d 次（R-R'/QT %.2f）%s。".formatted(early.size(), shortest, red ? "，有诱发室颤危险" : ""),
                "Ventricular beats on the T wave: %d (R-R'/QT %.2f)%s."
                        .formatted(early.size(), shortest, red ? ", may trigger fibrillation" : "")));
    }

    private static double qtc(EcgCase ecg) {
        return CorrectedQt.fridericiaMillis(
                ecg.measured().qtMillis().orElse(0),
                60_000 / Math.max(1, ecg.measured().rhythm().meanRateBpm()));
    }
}
