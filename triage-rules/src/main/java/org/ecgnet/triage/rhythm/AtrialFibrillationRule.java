package org.ecgnet.triage.rhythm;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R07: atrial fibrillation with a mean ventricular rate of 200/min or more (Chinese consensus on critical ECG values 2017,
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
        if (!ecg.scores().claimed("AF")) {
            return Verdict.absent("regular, or P waves lead the beats");
        }
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean symptomatic = rate >= profile.value("R07.fast-with-symptoms")
                && ecg.symptoms().any();
        boolean red = rate >= profile.value("R07.fast") || symptomatic;
        boolean fast = rate >= profile.value("Y01.fast");
        double threshold = symptomatic ? profile.value("R07.fast-with-symptoms") : profile.value("R07.fast");
        Evidence irregular =
                ecg.evidence("RR irregularity", ecg.measured().rhythm().irregularity(), 0.085, "of RR");
        Evidence p = ecg.evidence("beats led by P", ecg.measured().atrial().pShare(), 0.7, "of beats");
        return Verdict.present(new Finding(
                red ? id() : "Y01",
                "AF",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                ecg.scores().of("AF"),
                List.of(ecg.evidence("rate", rate, threshold, "/min"), irregular, p),
                "心房颤动，平均心室率 %.0f 次/分%s。".formatted(rate, fast ? "（快速）" : ""),
                "Atrial fibrillation, mean ventricular rate %.0f/min%s.".formatted(rate, fast ? " (fast)" : "")));
    }
}
