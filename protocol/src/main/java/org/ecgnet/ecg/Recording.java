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
}
