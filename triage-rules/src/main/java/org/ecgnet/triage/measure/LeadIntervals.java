package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * PR and QRS from the boundaries of the single leads, as readers mark them: steadier than the global ones where one lead is
 * noisy or T runs into P.
 *
 * @param prMillis second earliest P onset to second earliest QRS onset of the leads; empty when no lead shows P
 * @param qrsMillis the middle of the leads' own QRS durations
 */
public record LeadIntervals(OptionalDouble prMillis, double qrsMillis) {

    /**
     * Of a median beat; empty when no lead shows a QRS.
     *
     * @param bpm mean rate; 0 when there is none
     */
    static Optional<LeadIntervals> of(BeatScales scales, Delineation global, double bpm) {
        MedianBeat beat = scales.beat();
        double rrSamples =
                bpm > 0 ? 60.0 / bpm * beat.rate().hertz() : beat.rate().hertz();
        int[][] qrs = LeadQrs.of(beat, global, rrSamples);
        if (qrs.length == 0) {
            return Optional.empty();
        }
        double on = LeadWaves.secondOnset(qrs);
        OptionalDouble pr = LeadWaves.of(scales, global, rrSamples).p().stream()
                .mapToDouble(p ->
                        (on - LeadWaves.secondOnset(p)) * 1000 / beat.rate().hertz())
                .findFirst();
        double[] widths = Arrays.stream(qrs)
                .mapToDouble(lead -> lead[1] - lead[0])
                .sorted()
                .toArray();
        return Optional.of(new LeadIntervals(
                pr, widths[widths.length / 2] * 1000 / beat.rate().hertz()));
    }
}
