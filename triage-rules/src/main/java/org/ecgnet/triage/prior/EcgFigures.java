package org.ecgnet.triage.prior;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;

/**
 * What two recordings of one patient are compared by; absent where it could not be measured.
 *
 * @param statements the claimed ones, such as {@code AF}
 * @param rateBpm mean ventricular rate
 * @param qtcMillis by Fridericia
 * @param axisDegrees frontal QRS axis, -180 to 180
 * @param stMicrovolts at J, by lead
 * @param tMicrovolts at the peak of T, by lead
 */
public record EcgFigures(
        Set<String> statements,
        OptionalDouble rateBpm,
        OptionalDouble prMillis,
        OptionalDouble qrsMillis,
        OptionalDouble qtcMillis,
        OptionalDouble axisDegrees,
        Map<Lead, Double> stMicrovolts,
        Map<Lead, Double> tMicrovolts) {

    public EcgFigures {
        statements = Set.copyOf(statements);
        stMicrovolts =
                Collections.unmodifiableMap(new TreeMap<>(stMicrovolts)); // in order: the same input says the same
        tMicrovolts = Collections.unmodifiableMap(new TreeMap<>(tMicrovolts));
    }
}
