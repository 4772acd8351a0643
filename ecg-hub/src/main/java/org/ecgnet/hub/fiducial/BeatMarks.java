package org.ecgnet.hub.fiducial;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ecgnet.triage.measure.Delineation;

/**
 * Where the marks of a median beat stand.
 *
 * @param samples of the beat, counted from 0; a mark that is not there is left out
 */
public record BeatMarks(Map<Fiducial, Integer> samples) {

    public BeatMarks {
        Map<Fiducial, Integer> ordered = new EnumMap<>(Fiducial.class);
        ordered.putAll(samples);
        samples = Collections.unmodifiableMap(ordered);
    }

    /** The engine's own. */
    public static BeatMarks of(Delineation waves) {
        Map<Fiducial, Integer> samples = new EnumMap<>(Fiducial.class);
        waves.pOn().ifPresent(at -> samples.put(Fiducial.P_ON, at));
        waves.pOff().ifPresent(at -> samples.put(Fiducial.P_OFF, at));
        samples.put(Fiducial.QRS_ON, waves.qrsOn());
        samples.put(Fiducial.J, waves.qrsOff());
        waves.tPeak().ifPresent(at -> samples.put(Fiducial.T_PEAK, at));
        waves.tOff().ifPresent(at -> samples.put(Fiducial.T_END, at));
        return new BeatMarks(samples);
    }

    public OptionalInt at(Fiducial mark) {
        Integer sample = samples.get(mark);
        return sample == null ? OptionalInt.empty() : OptionalInt.of(sample);
    }

    /**
     * Time between two marks in milliseconds; empty when one is missing.
     *
     * @param rate samples a second
     */
    OptionalDouble millis(Fiducial from, Fiducial to, int rate) {
        Integer begin = samples.get(from);
        Integer end = samples.get(to);
        return begin == null || end == null
                ? OptionalDouble.empty()
                : OptionalDouble.of((end - begin) * 1_000.0 / rate);
    }
}
