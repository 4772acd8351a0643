package org.ecgnet.triage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.ecgnet.ecg.Lead;

/**
 * Global measurements of a recording; absent where they cannot be made.
 *
 * @param heartRateBpm mean ventricular rate, beats a minute
 * @param prMillis P onset to QRS onset
 * @param qrsMillis QRS duration
 * @param qtMillis QRS onset to T end
 * @param qtcBazettMillis QT / sqrt(RR)
 * @param qtcFridericiaMillis QT / cbrt(RR)
 * @param qrsAxisDegrees frontal QRS axis, -180 to 180
 * @param amplitudes of the waves, by lead
 * @param rSamples R sample of every beat in the recording, ascending
 */
public record Measurements(
        OptionalDouble heartRateBpm,
        OptionalDouble prMillis,
        OptionalDouble qrsMillis,
        OptionalDouble qtMillis,
        OptionalDouble qtcBazettMillis,
        OptionalDouble qtcFridericiaMillis,
        OptionalDouble qrsAxisDegrees,
        Map<Lead, LeadAmplitudes> amplitudes,
        List<Integer> rSamples) {

    public static final Measurements NONE = new Measurements(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Map.of(),
            List.of());

    public Measurements {
        amplitudes = Collections.unmodifiableMap(new TreeMap<>(amplitudes)); // in order: the same input says the same
        rSamples = List.copyOf(rSamples);
    }

    /** ST level at the J point against the QRS onset, by lead. */
    public Map<Lead, Double> stMicrovolts() {
        return byLead(LeadAmplitudes::j);
    }

    /** Height of the T wave's peak against the QRS onset, by lead; 0 in a lead without T. */
    public Map<Lead, Double> tMicrovolts() {
        return byLead(LeadAmplitudes::t);
    }

    private Map<Lead, Double> byLead(ToDoubleFunction<LeadAmplitudes> amplitude) {
        Map<Lead, Double> values = new TreeMap<>();
        amplitudes.forEach((lead, of) -> values.put(lead, amplitude.applyAsDouble(of)));
        return Collections.unmodifiableMap(values);
    }

    /** Mean time from beat to beat, milliseconds. */
    public OptionalDouble rrMillis() {
        return heartRateBpm.isEmpty() ? heartRateBpm : OptionalDouble.of(60_000 / heartRateBpm.getAsDouble());
    }

    /** QT + 154 (1 - RR in s). */
    public OptionalDouble qtcFraminghamMillis() {
        return corrected(CorrectedQt::framinghamMillis);
    }

    /** QT + 1.75 (rate - 60). */
    public OptionalDouble qtcHodgesMillis() {
        return corrected(CorrectedQt::hodgesMillis);
    }

    private OptionalDouble corrected(DoubleBinaryOperator rule) {
        return qtMillis.isEmpty() || heartRateBpm.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        rule.applyAsDouble(qtMillis.getAsDouble(), rrMillis().getAsDouble()));
    }
}
