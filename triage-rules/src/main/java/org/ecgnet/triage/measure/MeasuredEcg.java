package org.ecgnet.triage.measure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.ecgnet.ecg.Lead;

/**
 * Everything measured on a recording.
 *
 * @param signals the usable leads, less mains hum
 * @param beats in order
 * @param medianBeat of the dominant class; empty without a beat
 * @param waves global boundaries on it; empty when none stands out
 * @param levels by lead, on the median beat
 * @param fibrillation organisation of the signal, window by window
 * @param leadIntervals PR and QRS from the boundaries of the single leads; empty without a median beat that shows a QRS
 */
public record MeasuredEcg(
        LeadSignals signals,
        List<Beat> beats,
        Rhythm rhythm,
        Optional<MedianBeat> medianBeat,
        Optional<Delineation> waves,
        Map<Lead, LeadLevels> levels,
        Fibrillation fibrillation,
        AtrialActivity atrial,
        Optional<LeadIntervals> leadIntervals) {

    public MeasuredEcg {
        beats = List.copyOf(beats);
        levels = Collections.unmodifiableMap(new TreeMap<>(levels)); // in order: the same input says the same
    }

    /** Milliseconds between two samples of the median beat or of the recording. */
    public double millis(int fromSample, int toSample) {
        return signals.rate().millisAt(toSample - fromSample);
    }

    public OptionalDouble qrsMillis() {
        return waves.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(millis(waves.get().qrsOn(), waves.get().qrsOff()));
    }

    public OptionalDouble prMillis() {
        return waves.isEmpty() || waves.get().pOn().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        millis(waves.get().pOn().getAsInt(), waves.get().qrsOn()));
    }

    public OptionalDouble qtMillis() {
        return waves.isEmpty() || waves.get().tOff().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        millis(waves.get().qrsOn(), waves.get().tOff().getAsInt()));
    }

    /** Duration of P; empty without one. */
    public OptionalDouble pMillis() {
        return waves.isEmpty()
                        || waves.get().pOn().isEmpty()
                        || waves.get().pOff().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        millis(waves.get().pOn().getAsInt(), waves.get().pOff().getAsInt()));
    }

    /** Frontal QRS axis from the areas in I and aVF, degrees; empty without these leads. */
    public OptionalDouble qrsAxisDegrees() {
        return axis(LeadLevels::area);
    }

    /** Frontal axis of P from its peaks in I and aVF, degrees; empty without these leads or without P. */
    public OptionalDouble pAxisDegrees() {
        return pMillis().isEmpty()
                ? OptionalDouble.empty()
                : axis(lead -> lead.p().positive() + lead.p().negative());
    }

    /** Frontal axis of T from its peaks in I and aVF, degrees; empty without these leads or without T. */
    public OptionalDouble tAxisDegrees() {
        return qtMillis().isEmpty()
                ? OptionalDouble.empty()
                : axis(lead -> lead.tWave().positive() + lead.tWave().negative());
    }

    private OptionalDouble axis(ToDoubleFunction<LeadLevels> size) {
        if (!levels.containsKey(Lead.I) || !levels.containsKey(Lead.AVF)) {
            return OptionalDouble.empty();
        }
        double x = size.applyAsDouble(levels.getOrDefault(Lead.I, LeadLevels.NONE));
        double y = size.applyAsDouble(levels.getOrDefault(Lead.AVF, LeadLevels.NONE)) * 2 / Math.sqrt(3);
        return OptionalDouble.of(Math.toDegrees(Math.atan2(y, x)));
    }

    /** The samples of the beats of one kind or of all. */
    public List<Integer> rSamples() {
        return beats.stream().map(Beat::r).toList();
    }
}
