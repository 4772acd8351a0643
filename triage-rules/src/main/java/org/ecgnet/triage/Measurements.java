package org.ecgnet.triage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
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
 * @param stMicrovolts ST level at the J point against the QRS onset, by lead
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
        Map<Lead, Double> stMicrovolts,
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
        stMicrovolts =
                Collections.unmodifiableMap(new TreeMap<>(stMicrovolts)); // in order: the same input says the same
        rSamples = List.copyOf(rSamples);
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
