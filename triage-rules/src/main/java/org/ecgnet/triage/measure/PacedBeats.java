package org.ecgnet.triage.measure;

import java.util.List;
import org.ecgnet.ecg.SampleRate;

/**
 * Which beats a pacing pulse began.
 *
 * @param samples of the pulses, ascending
 * @param before a pulse at most so many samples before the onset of QRS began it: an atrial one stands farther off
 * @param behind a pulse at most so many samples behind the onset still began it: later stands the R of the heart's own beats
 */
record PacedBeats(List<Integer> samples, int before, int behind) {

    /** No pulses. */
    static final PacedBeats NONE = new PacedBeats(List.of(), 0, 0);

    private static final double BEFORE_MILLIS = 100;
    private static final double BEHIND_MILLIS = 40;

    PacedBeats {
        samples = List.copyOf(samples);
    }

    PacedBeats(List<Integer> samples, SampleRate rate) {
        this(samples, rate.samplesIn(BEFORE_MILLIS), rate.samplesIn(BEHIND_MILLIS));
    }

    /** Whether a pulse began the QRS with this onset. */
    boolean begin(int onset) {
        return samples.stream().anyMatch(pulse -> pulse >= onset - before && pulse <= onset + behind);
    }
}
