package org.ecgnet.triage.electrolyte;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R22: hyperkalaemia by its pattern (Chinese consensus on critical ECG values 2017, D2; Durfey 2017).
 *
 * <p>HARD: a sine wave, or no P with a QRS of 120 ms or more and peaked T (sinoventricular conduction). Red: peaked T with a rate
 * below 50/min, a QRS above 110 ms or no P, in a patient with symptoms. Peaked T alone is yellow (Y13): it foretold nothing in
 * Durfey's patients, and healthy young people have it.
 */
public final class HyperkalaemiaRule implements TriageRule {

    /** Sinoventricular conduction is regular: fibrillating atria have no P either. In a sine wave each swing may count as two. */
    private static final double MOST_IRREGULAR = 0.15;

    @Override
    public String id() {
        return "R22";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        if (ecg.fibrillating() || ecg.measured().levels().isEmpty() || rate == 0) {
            return Verdict.absent("no beat to measure");
        }
        if (ecg.scores().claimed("PACED")) {
            return Verdict.absent("paced: T follows the pacing");
        }
        boolean flatP = flatP(ecg, profile);
        double slowness = Slowness.millis(ecg.measured());
        if (flatP && rate < profile.value("R22.sine-fastest") && slowness >= profile.value("R22.sine-time")) {
            return Verdict.present(sine(ecg, profile, slowness));
        }
        PeakedT peaked = PeakedT.of(ecg, profile);
        boolean secondary = ecg.scores().claimed("LBBB") && !peaked.upright();
        if (!peaked.present(profile) || secondary) {
            return Verdict.absent(
                    "no peaked T in as many leads as are asked for, or that of a left bundle branch block");
        }
        boolean noP = flatP && ecg.measured().rhythm().irregularity() < MOST_IRREGULAR;
        return Verdict.present(finding(ecg, profile, peaked, noP));
    }

    /** No P before the beats, one that is hardly seen in any lead, or one so large that it is a T. */
    private static boolean flatP(EcgCase ecg, RuleProfile profile) {
        return ecg.measured().prMillis().isEmpty()
                || ecg.measured().atrial().pShare() < profile.value("R22.p-share")
                || ecg.measured().atrial().pMicrovolts() < profile.value("R22.flat-p")
                || ecg.measured().atrial().pMicrovolts() >= profile.value("R22.largest-p");
    }

    private Finding sine(EcgCase ecg, RuleProfile profile, double slowness) {
        return new Finding(
                id(),
                "HYPERKALAEMIA_SINE_WAVE",
                TriageLevel.RED,
                true,
                0.9,
                List.of(
                        ecg.evidence("swing over steepest slope", slowness, profile.value("R22.sine-time"), "ms"),
                        p(ecg, profile)),
                "QRS与T融合呈正弦波，无P波：高度怀疑重度高钾血症，立即处理并急查血钾。",
                "QRS and T merge into a sine wave without P: severe hyperkalaemia suspected; treat now, potassium at once.");
    }

    private Finding finding(EcgCase ecg, RuleProfile profile, PeakedT peaked, boolean noP) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        double qrs = ecg.measured().qrsMillis().orElse(0);
        boolean hard = noP && qrs >= profile.value("R22.wide-qrs") && peaked.upright();
        boolean risk = rate < profile.value("R22.slow") || qrs > profile.value("R22.risk-qrs") || noP;
        boolean red = hard || risk && ecg.symptoms().any();
        List<Evidence> evidence = new ArrayList<>(peaked.evidence());
        evidence.add(ecg.evidence("QRS", qrs, profile.value(hard ? "R22.wide-qrs" : "R22.risk-qrs"), "ms"));
        evidence.add(ecg.evidence("rate", rate, profile.value("R22.slow"), "/min"));
        evidence.add(p(ecg, profile));
        return new Finding(
                red ? id() : "Y13",
                hard ? "HYPERKALAEMIA_SINOVENTRICULAR" : "PEAKED_T",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                hard,
                hard ? 0.9 : 0.6,
                evidence,
                "%s 导联T波高尖%s%s：%s。"
                        .formatted(
                                peaked.leads(),
                                noP ? "，P波消失或低平" : "",
                                qrs >= profile.value("R22.wide-qrs") ? "，QRS增宽 %.0f 毫秒".formatted(qrs) : "",
                                hard ? "疑似高钾血症窦室传导，立即处理并急查血钾" : "疑似高钾血症，请急查血钾"),
                "Peaked T in %s%s%s: %s."
                        .formatted(
                                peaked.leads(),
                                noP ? ", P absent or flat" : "",
                                qrs >= profile.value("R22.wide-qrs") ? ", QRS %.0f ms".formatted(qrs) : "",
                                hard
                                        ? "suspected hyperkalaemia with sinoventricular conduction; treat now, potassium at once"
                                        : "suspected hyperkalaemia, check potassium"));
    }

    private static Evidence p(EcgCase ecg, RuleProfile profile) {
        double size = ecg.measured().prMillis().isEmpty()
                ? 0
                : ecg.measured().atrial().pMicrovolts();
        return ecg.evidence("P", size, profile.value("R22.flat-p"), "uV");
    }
}
