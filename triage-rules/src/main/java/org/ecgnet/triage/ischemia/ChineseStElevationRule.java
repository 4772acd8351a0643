package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Contiguous;

/**
 * R12: ST elevation in the words of the provincial lists (Zhejiang, Shanxi): 0.1 mV in limb leads and V4 to V6, 0.3 mV in V1
 * to V3, in two contiguous leads.
 *
 * <p>Only where the profile counts it: with the limits of UDMI-4 in force every such elevation is R11's already.
 */
public final class ChineseStElevationRule implements TriageRule {

    private static final Set<Lead> V1_TO_V3 = Set.of(Lead.V1, Lead.V2, Lead.V3);

    @Override
    public String id() {
        return "R12";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (profile.silent().contains(id()) && !profile.silent().contains("R11")) {
            return Verdict.absent("judged by R11 in this profile");
        }
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        ToDoubleFunction<Lead> limit =
                lead -> profile.value(V1_TO_V3.contains(lead) ? "R12.v1-to-v3" : "R12.limb-and-v4-to-v6");
        Set<Lead> raised = StElevation.raised(ecg, profile, limit);
        if (raised.isEmpty()) {
            return Verdict.absent("below the limit, or in no two contiguous leads");
        }
        List<Evidence> reciprocal = StElevation.reciprocal(ecg, profile, raised);
        boolean hard = !reciprocal.isEmpty() || ecg.symptoms().any();
        if (!hard && EarlyRepolarisation.of(ecg, profile, raised) != EarlyRepolarisation.Likeness.NONE) {
            return Verdict.absent("the shape of early repolarisation: judged by R11");
        }
        if (!hard && !Pericarditis.evidence(ecg, profile).isEmpty()) {
            return Verdict.absent("the pattern of pericarditis: judged by Y16");
        }
        List<Evidence> evidence = new ArrayList<>(StElevation.evidence(ecg, raised, limit));
        evidence.addAll(reciprocal);
        String names = Contiguous.names(raised);
        return Verdict.present(new Finding(
                id(),
                "ST_ELEVATION_PROVINCIAL",
                TriageLevel.RED,
                hard,
                hard ? 0.95 : 0.8,
                evidence,
                "%s 导联ST段抬高，达到省级危急值标准，疑似急性心肌梗死。".formatted(names),
                "ST elevation in %s by the provincial list of critical values: suspected acute infarction."
                        .formatted(names)));
    }
}
