package org.ecgnet.triage.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgnet.triage.measure.MeasuredEcg;

/** Scores of the conduction inside the ventricles: bundle branch blocks, fascicular blocks, pre-excitation. */
final class ConductionStatements {

    private ConductionStatements() {}

    /** @param rhythm the scores of {@link RhythmStatements}: paced beats and ventricular tachycardia have no bundle branch */
    static Map<String, Double> of(MeasuredEcg ecg, Scores rhythm) {
        double supraventricular = (1 - rhythm.of("PACED")) * (1 - rhythm.of("VT"));
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("LBBB", BundleBranch.left(ecg) * supraventricular);
        scores.put("RBBB", BundleBranch.right(ecg) * supraventricular);
        return scores;
    }
}
