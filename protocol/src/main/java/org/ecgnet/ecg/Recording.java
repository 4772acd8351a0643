package org.ecgnet.ecg;

import java.time.Instant;

/**
 * What the unit recorded: samples and its own remarks on them.
 *
 * @param startedAt time of the first sample by the clinic's clock
 */
public record Recording(Instant startedAt, Waveform waveform, UnitMarks marks) {

    /** A recording without remarks of a unit. */
    public static Recording of(Instant startedAt, Waveform waveform) {
        return new Recording(startedAt, waveform, UnitMarks.NONE);
    }

    /**
     * A part of it.
     *
     * @param from first sample of the part
     * @param to the sample after its last
     */
    public Recording between(int from, int to) {
        return new Recording(
                startedAt.plus(waveform.rate().lasting(from)), waveform.between(from, to), marks.between(from, to));
    }
}
