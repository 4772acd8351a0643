package org.ecgnet.triage.statement;

import java.util.Map;
import org.ecgnet.triage.measure.MeasuredEcg;

/** Scores of ST, T, Q and QT: elevation, depression, inversion, old and acute infarction, long QT. */
final class ShapeStatements {

    private ShapeStatements() {}

    /** @param soFar the scores of rhythm and conduction, which explain many changes of shape */
    static Map<String, Double> of(MeasuredEcg ecg, Scores soFar) {
        return Map.of();
    }
}
