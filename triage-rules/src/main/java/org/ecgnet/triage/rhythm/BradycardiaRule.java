package org.ecgnet.triage.rhythm;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R09: mean ventricular rate of 35/min or less from any cause (Chinese consensus on critical ECG values 2017, C1), or below
 * 50/min with syncope or shock. Below 50/min without is yellow (Y04).
 */
public final class BradycardiaRule implements TriageRule {

    @Override
    public String id() {
        return "R09";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        if (ecg.fibrillating() || rate == 0) {
            return Verdict.absent("no beats to count");
        }
        boolean critical = rate <= profile.value("R09.slow");
        boolean symptomatic =
                (ecg.symptoms().syncope() || ecg.symptoms().shock()) && rate < profile.value("R09.slow-with-syncope");
        boolean red = critical || symptomatic;
        if (!red && rate >= profile.value("Y04.slow")) {
            return Verdict.absent("not slow");
        }
        double threshold = critical
                ? profile.value("R09.slow")
                : symptomatic ? profile.value("R09.slow-with-syncope") : profile.value("Y04.slow");
        return Verdict.present(new Finding(
                red ? id() : "Y04",
                "BRADYCARDIA",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.95,
                List.of(ecg.evidence("rate", rate, threshold, "/min")),
                "%s：平均心室率 %.0f 次/分%s。".formatted(red ? "严重心动过缓" : "心动过缓", rate, symptomatic ? "，伴晕厥或休克" : ""),
                "%s: mean ventricular rate %.0f/min%s."
                        .formatted(
                                red ? "Severe bradycardia" : "Bradycardia",
                                rate,
                                symptomatic ? " with syncope or shock" : "")));
    }
}
