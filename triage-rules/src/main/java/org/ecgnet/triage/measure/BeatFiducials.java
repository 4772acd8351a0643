package org.ecgnet.triage.measure;

import java.util.OptionalInt;

/**
 * Where the waves of one beat begin, peak and end in one lead, in samples of the recording; a wave that the lead does not
 * show is empty.
 */
public record BeatFiducials(
        OptionalInt pOn,
        OptionalInt pPeak,
        OptionalInt pOff,
        int qrsOn,
        int r,
        int qrsOff,
        OptionalInt tOn,
        OptionalInt tPeak,
        OptionalInt tOff) {}
