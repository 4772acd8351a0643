package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.measure.LeadLevels;

/** Y11: pathological Q waves in two contiguous leads, first found until a prior recording shows them. */
public final class PathologicalQRule implements TriageRule {

    @Override
    public String id() {
        return "Y11";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        Set<Lead> leads = PathologicalQ.leads(ecg, profile);
        if (leads.isEmpty()) {
            return Verdict.absent("no pathological Q in two contiguous leads");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : leads) {
            LeadLevels levels = StGates.levels(ecg, lead);
            if (levels.r() == 0) {
                evidence.add(ecg.evidence(lead, "QS", levels.s(), 0, "uV"));
            } else {
                boolean early = lead == Lead.V2 || lead == Lead.V3;
                double limit = profile.value(early ? "Y11.v2-v3-duration" : "Y11.duration");
                evidence.add(ecg.evidence(lead, "Q duration", levels.qMillis(), limit, "ms"));
                evidence.add(ecg.evidence(lead, "Q", levels.q(), profile.value("Y11.depth"), "uV"));
            }
        }
        String names = Contiguous.names(leads);
        return Verdict.present(new Finding(
                id(),
                "PATHOLOGICAL_Q",
                TriageLevel.YELLOW,
                false,
                0.7,
                evidence,
                "%s 导联病理性Q波，提示心肌梗死（时间不明）；无既往心电图对照时按首次发现处理。".formatted(names),
                "Pathological Q in %s: infarction of unknown age, first found until a prior recording shows it."
                        .formatted(names)));
    }
}
