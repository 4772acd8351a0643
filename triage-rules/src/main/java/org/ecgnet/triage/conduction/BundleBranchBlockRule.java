package org.ecgnet.triage.conduction;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * Y09: complete bundle branch block, new until compared with a prior recording (CLINICAL 2.4; morphology after
 * AHA/ACCF/HRS 2009, part III).
 */
public final class BundleBranchBlockRule implements TriageRule {

    @Override
    public String id() {
        return "Y09";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        boolean left = ecg.scores().claimed("LBBB");
        boolean right = ecg.scores().claimed("RBBB");
        double qrs = ecg.measured().qrsMillis().orElse(0);
        if (!left && !right || qrs < profile.value("R05.wide-qrs")) {
            return Verdict.absent("no complete bundle branch block");
        }
        return Verdict.present(new Finding(
                id(),
                left ? "LBBB" : "RBBB",
                TriageLevel.YELLOW,
                false,
                ecg.scores().of(left ? "LBBB" : "RBBB"),
                List.of(ecg.evidence(Lead.V1, "QRS", qrs, profile.value("R05.wide-qrs"), "ms")),
                "完全性%s束支传导阻滞，QRS %.0f 毫秒；无既往心电图对照时按新发处理。".formatted(left ? "左" : "右", qrs),
                "Complete %s bundle branch block, QRS %.0f ms; new until a prior recording shows it."
                        .formatted(left ? "left" : "right", qrs)));
    }
}
