package org.ecgnet.triage.rhythm;

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
import org.ecgnet.triage.measure.Fibrillation;

/**
 * R03: ventricular fibrillation or flutter: disorganised or sine-like waves 150 to 500 a minute without QRS, in three
 * leads or in all usable ones (every list of critical values; CLINICAL 2.4). Judged on windows of 4 s.
 */
public final class VentricularFibrillationRule implements TriageRule {

    /** Waves a minute from which fibrillation or flutter is spoken of (CLINICAL 2.4, R03). */
    private static final double LEAST_WAVES = 150;

    @Override
    public String id() {
        return "R03";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        List<Fibrillation.Window> run = ecg.measured().fibrillation().longestRun();
        if (!ecg.fibrillating() || run.isEmpty()) {
            return Verdict.absent("organised beats, or too few windows without them");
        }
        double waves = 0;
        double score = 0;
        for (Fibrillation.Window window : run) {
            waves += window.wavesPerMinute() / run.size();
        }
        Fibrillation.Window clearest = run.get(0);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("waves a minute", waves, LEAST_WAVES, "/min", Optional.empty(), List.of()));
        List<Lead> leads = clearest.fibrillating();
        for (Lead lead : leads) {
            double probability = clearest.scores()[clearest.leads().indexOf(lead)];
            score = Math.max(score, probability);
            evidence.add(
                    new Evidence("probability of fibrillation", probability, 0.5, "1", Optional.of(lead), List.of()));
        }
        String names = String.join(", ", leads.stream().map(Lead::label).toList());
        return Verdict.present(new Finding(
                id(),
                "VF",
                TriageLevel.RED,
                true,
                score,
                evidence,
                "心室颤动或扑动：%s 导联无QRS波，颤动波约 %.0f 次/分。立即心肺复苏、除颤。".formatted(names, waves),
                "Ventricular fibrillation or flutter: no QRS in %s, about %.0f waves/min. Start CPR and defibrillate now."
                        .formatted(names, waves)));
    }
}
