package org.ecgnet.hub.fiducial;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;
import org.ecgnet.hub.critical.Person;

/**
 * Marks that somebody has set by hand.
 *
 * @param number of the exam's measurements, from 1
 * @param rate samples a second of the median beat
 * @param rrMillis time from beat to beat, for the corrected QT; empty without a rhythm
 * @param engine whose median beat it is
 * @param automatic the engine's marks
 * @param before the marks in force until then
 * @param marks the marks from then on
 * @param automaticSt by lead, with the engine's marks; empty in a measurement of before ST was measured by hand
 * @param st by lead, with the marks from then on; empty likewise
 */
public record HandMeasurement(
        int number,
        Person by,
        Instant at,
        int rate,
        OptionalDouble rrMillis,
        String engine,
        BeatMarks automatic,
        BeatMarks before,
        BeatMarks marks,
        Map<Lead, StLevel> automaticSt,
        Map<Lead, StLevel> st) {

    public HandMeasurement {
        automaticSt = Collections.unmodifiableMap(new TreeMap<>(automaticSt)); // in order: the same input says the same
        st = Collections.unmodifiableMap(new TreeMap<>(st));
    }

    /** True when the hand has moved what ST is measured by: the J point, or the QRS onset. */
    public boolean movesSt() {
        return !st.equals(automaticSt);
    }

    /** False once somebody has gone back to the engine's marks. */
    public boolean byHand() {
        return !marks.equals(automatic);
    }

    public BeatIntervals intervals() {
        return BeatIntervals.of(marks, rate, rrMillis);
    }

    public BeatIntervals automaticIntervals() {
        return BeatIntervals.of(automatic, rate, rrMillis);
    }

    /** Every mark that this measurement moved, set or took away. */
    public List<Moved> moved() {
        return Arrays.stream(Fiducial.values())
                .filter(mark -> !before.at(mark).equals(marks.at(mark)))
                .map(mark -> new Moved(mark, before.at(mark), marks.at(mark)))
                .toList();
    }

    /** From the first sample of the beat. */
    public OptionalDouble millis(OptionalInt sample) {
        return sample.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sample.getAsInt() * 1_000.0 / rate);
    }

    /** A mark's old and new sample in the beat; empty where there was, or is, none. */
    public record Moved(Fiducial mark, OptionalInt from, OptionalInt to) {}
}
