package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * R17: ST sunken in six leads or more with aVR or V1 raised, as in disease of the left main stem or of three vessels (ESC
 * 2017); red with symptoms only, since few of them have an occlusion. Without symptoms it is yellow (Y08).
 */
public final class DiffuseIschemiaRule implements TriageRule {

    @Override
    public String id() {
        return "R17";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        double sunken = profile.value("R17.depression");
        double raised = profile.value("R17.avr");
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : List.of(Lead.AVR, Lead.V1)) {
            if (StGates.levels(ecg, lead).j() >= raised) {
                evidence.add(
                        ecg.evidence(lead, "ST at J", StGates.levels(ecg, lead).j(), raised, "uV"));
            }
        }
        int mirrors = evidence.size();
        for (Lead lead : Lead.STANDARD_12) {
            LeadLevels levels = StGates.levels(ecg, lead);
            if (levels.j() <= sunken && levels.st().j40() <= profile.value("R11.persisting") * sunken) {
                evidence.add(ecg.evidence(lead, "ST at J", levels.j(), sunken, "uV"));
            }
        }
        if (mirrors == 0 || evidence.size() - mirrors < profile.value("R17.leads")) {
            return Verdict.absent("not sunken in enough leads, or neither aVR nor V1 raised");
        }
        boolean red = ecg.symptoms().any();
        return Verdict.present(new Finding(
                red ? id() : "Y08",
                "DIFFUSE_ST_DEPRESSION",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                red ? 0.85 : 0.6,
                evidence,
                "%d 个导联ST段压低伴aVR或V1导联抬高%s，提示左主干或多支血管病变可能。".formatted(evidence.size() - mirrors, red ? "，伴症状" : ""),
                "ST depression in %d leads with aVR or V1 raised%s: possibly the left main stem or several vessels."
                        .formatted(evidence.size() - mirrors, red ? ", with symptoms" : "")));
    }
}
