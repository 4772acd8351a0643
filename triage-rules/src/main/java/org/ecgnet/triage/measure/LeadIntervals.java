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

    /** Of the median beat; empty when it shows no QRS. */
    public static Optional<LeadIntervals> of(MeasuredEcg ecg) {
        if (ecg.medianBeat().isEmpty() || ecg.waves().isEmpty()) {
            return Optional.empty();
        }
        MedianBeat beat = ecg.medianBeat().get();
        Delineation global = ecg.waves().get();
        int[][] qrs = LeadQrs.of(beat, global, rrSamples(ecg));
        if (qrs.length == 0) {
            return Optional.empty();
        }
        double on = LeadWaves.secondOnset(qrs);
        OptionalDouble pr = LeadWaves.of(beat, global, rrSamples(ecg)).p().stream()
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

    private static double rrSamples(MeasuredEcg ecg) {
        double bpm = ecg.rhythm().meanRateBpm();
        return bpm > 0
                ? 60.0 / bpm * ecg.signals().rate().hertz()
                : ecg.signals().rate().hertz();
    }
}
