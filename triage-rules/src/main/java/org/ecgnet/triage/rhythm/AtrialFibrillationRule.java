package org.ecgnet.triage.rhythm;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.AtrialActivity;
import org.ecgnet.triage.statement.Statements;

/**
 * R07: atrial fibrillation or flutter with a mean ventricular rate of 200/min or more (Chinese consensus on critical ECG values 2017,
 * B4), or 150/min or more with symptoms. Slower, it is yellow: new or unknown until compared (Y01), tagged fast from
 * 110/min.
 */
public final class AtrialFibrillationRule implements TriageRule {

    @Override
    public String id() {
        return "R07";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        boolean flutter = ecg.scores().claimed("AFL");
        if (!flutter && !ecg.scores().claimed("AF")) {
            return Verdict.absent("regular, or P waves lead the beats");
        }
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean symptomatic = rate >= profile.value("R07.fast-with-symptoms")
                && ecg.symptoms().any();
        boolean red = rate >= profile.value("R07.fast") || symptomatic;
        boolean fast = rate >= profile.value("Y01.fast");
        double threshold = symptomatic ? profile.value("R07.fast-with-symptoms") : profile.value("R07.fast");
        return Verdict.present(new Finding(
                red ? id() : "Y01",
                flutter ? "AFL" : "AF",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                ecg.scores().of(flutter ? "AFL" : "AF"),
                evidence(ecg, flutter, rate, threshold),
                "心房%s，平均心室率 %.0f 次/分%s。".formatted(flutter ? "扑动" : "颤动", rate, fast ? "（快速）" : ""),
                "Atrial %s, mean ventricular rate %.0f/min%s."
                        .formatted(flutter ? "flutter" : "fibrillation", rate, fast ? " (fast)" : "")));
    }

    private static List<Evidence> evidence(EcgCase ecg, boolean flutter, double rate, double threshold) {
        Evidence ventricles = ecg.evidence("rate", rate, threshold, "/min");
        AtrialActivity atrial = ecg.measured().atrial();
        return flutter
                ? List.of(
                        ventricles,
                        ecg.evidence("atrial cycle", atrial.cycleMillis(), 300, "ms"),
                        ecg.evidence("atrial cycles alike", atrial.cycleStrength(), Statements.FLUTTER_AGAIN, ""))
                : List.of(
                        ventricles,
                        ecg.evidence(
                                "RR irregularity",
                                ecg.measured().rhythm().irregularity(),
                                Statements.IRREGULAR,
                                "of RR"),
                        ecg.evidence("stretches before QRS alike", atrial.reproducibility(), Statements.P_AGAIN, ""));
    }
}
