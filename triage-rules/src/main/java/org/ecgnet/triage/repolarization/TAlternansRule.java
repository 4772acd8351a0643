package org.ecgnet.triage.repolarization;

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
import org.ecgnet.triage.measure.Alternans;

/**
 * R21: a T wave that alternates from beat to beat to be seen with the eye (Chinese consensus on critical ECG values 2017, D5;
 * the numbers are proposed in CLINICAL 2.4): 0.1 mV in two leads over six beats.
 *
 * <p>Judged in regular rhythm alone: T follows the RR interval before it, and bigeminy alternates for that reason.
 */
public final class TAlternansRule implements TriageRule {

    private static final double MOST_IRREGULAR = 0.1;

    @Override
    public String id() {
        return "R21";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        boolean shapeOfItsOwn = ecg.scores().claimed("VT")
                || ecg.scores().claimed("AF")
                || ecg.scores().claimed("AFL");
        if (ecg.fibrillating() || shapeOfItsOwn || ecg.measured().rhythm().irregularity() > MOST_IRREGULAR) {
            return Verdict.absent("no regular rhythm in which T could alternate");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Alternans lead : Alternans.ofT(ecg.measured())) {
            if (lead.rSamples().size() >= profile.value("R21.beats")
                    && lead.microvolts() >= profile.value("R21.difference")) {
                evidence.add(new Evidence(
                        "T alternans",
                        lead.microvolts(),
                        profile.value("R21.difference"),
                        "uV",
                        Optional.of(lead.lead()),
                        lead.rSamples()));
            }
        }
        if (evidence.size() < profile.value("R21.leads")) {
            return Verdict.absent("T does not alternate in two leads");
        }
        String names = String.join(
                ", ",
                evidence.stream()
                        .flatMap(item -> item.lead().stream())
                        .map(Lead::label)
                        .toList());
        return Verdict.present(new Finding(
                id(),
                "T_ALTERNANS",
                TriageLevel.RED,
                false,
                0.85,
                evidence,
                "%s 导联可见T波电交替：警惕恶性室性心律失常。".formatted(names),
                "T alternans in %s: malignant ventricular arrhythmia may follow.".formatted(names)));
    }
}
