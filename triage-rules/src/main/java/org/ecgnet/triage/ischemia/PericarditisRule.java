package org.ecgnet.triage.ischemia;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/** Y16: diffuse ST elevation with depressed PR segments, the pattern of acute pericarditis. */
public final class PericarditisRule implements TriageRule {

    @Override
    public String id() {
        return "Y16";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        List<Evidence> evidence = Pericarditis.evidence(ecg, profile);
        if (evidence.isEmpty()) {
            return Verdict.absent("not diffuse, no sunken PR, or another lead depressed");
        }
        return Verdict.present(
                new Finding(
                        id(),
                        "PERICARDITIS",
                        TriageLevel.YELLOW,
                        false,
                        0.7,
                        evidence,
                        "多导联ST段抬高伴PR段压低，符合急性心包炎图形；请结合症状并复查心电图。",
                        "ST elevation in many leads with depressed PR segments, as in acute pericarditis: ask for symptoms, repeat."));
    }
}
