package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R14: inferior infarction with the right ventricle: V3R or V4R raised beside II, III and aVF (UDMI-4). Nitrates are then
 * dangerous, which is why it has a line of its own.
 */
public final class RightVentricularInfarctionRule implements TriageRule {

    @Override
    public String id() {
        return "R14";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        Set<Lead> inferior = new TreeSet<>(StElevation.raised(ecg, profile));
        inferior.retainAll(StElevation.INFERIOR);
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : StElevation.RIGHT.stream().sorted().toList()) {
            double limit = StElevation.limit(lead, ecg.patient(), profile);
            if (StGates.recorded(ecg, lead) && StElevation.j(ecg, lead) >= limit) {
                evidence.add(ecg.evidence(lead, "ST at J", StElevation.j(ecg, lead), limit, "uV"));
            }
        }
        if (inferior.isEmpty() || evidence.isEmpty()) {
            return Verdict.absent("no inferior elevation, or V3R and V4R not recorded or not raised");
        }
        evidence.addAll(StElevation.evidence(ecg, inferior, lead -> StElevation.limit(lead, ecg.patient(), profile)));
        return Verdict.present(new Finding(
                id(),
                "RIGHT_VENTRICULAR_INFARCTION",
                TriageLevel.RED,
                false,
                0.95,
                evidence,
                "下壁导联ST段抬高伴右胸导联ST段抬高，疑似右室心肌梗死：慎用硝酸酯类药物。",
                "Inferior ST elevation with ST elevation in the right chest leads: suspected right ventricular infarction; "
                        + "be careful with nitrates."));
    }
}
