package org.ecgnet.triage.rhythm;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/** Y03: more than 130/min at rest in an adult, whatever drives it, when no other tachycardia was named (CLINICAL 2.4). */
public final class SinusTachycardiaRule implements TriageRule {

    @Override
    public String id() {
        return "Y03";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean named = ecg.scores().claimed("AF")
                || ecg.scores().claimed("AFL")
                || ecg.scores().claimed("VT")
                || ecg.scores().claimed("SVT");
        if (ecg.fibrillating() || ecg.child() || named || rate <= profile.value("Y03.fast")) {
            return Verdict.absent("not faster than 130/min, or another tachycardia");
        }
        return Verdict.present(new Finding(
                id(),
                "TACHYCARDIA",
                TriageLevel.YELLOW,
                false,
                0.9,
                List.of(ecg.evidence("rate", rate, profile.value("Y03.fast"), "/min")),
                "静息心率 %.0f 次/分。".formatted(rate),
                "Heart rate %.0f/min at rest.".formatted(rate)));
    }
}
