package org.ecgnet.triage.repolarization;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R27: Brugada's type 1 pattern with symptoms; without, it is an urgent yellow (Y14). Not judged where the QRS itself is a
 * ventricular one.
 */
public final class BrugadaRule implements TriageRule {

    @Override
    public String id() {
        return "R27";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (ecg.fibrillating()
                || ecg.scores().claimed("VT")
                || ecg.scores().claimed("PACED")
                || ecg.scores().claimed("LBBB")) {
            return Verdict.absent("no supraventricular QRS, or LBBB");
        }
        List<Evidence> evidence = Brugada.evidence(ecg, profile);
        if (evidence.isEmpty()) {
            return Verdict.absent("no coved elevation with inverted T in V1 or V2");
        }
        boolean red = ecg.symptoms().any();
        return Verdict.present(new Finding(
                red ? id() : "Y14",
                "BRUGADA_TYPE_1",
                red ? TriageLevel.RED : TriageLevel.YELLOW,
                false,
                0.8,
                evidence,
                "V1、V2导联ST段穹隆样抬高伴T波倒置（Brugada 1型）%s。".formatted(red ? "，伴症状" : "：请尽快由心内科医师判读"),
                "Coved ST elevation with inverted T in V1 or V2 (Brugada type 1)%s."
                        .formatted(red ? ", with symptoms" : ": to be read urgently by a cardiologist")));
    }
}
