package org.ecgnet.triage.measure;

import org.ecgnet.triage.signal.Smoothing;

/**
 * A median beat smoothed once for each scale at which waves are looked for, because P and T are searched more than once: for
 * all leads together and then lead by lead, each bounded by the other.
 *
 * @param p the scale of P waves
 * @param t the scale of T waves
 */
record BeatScales(MedianBeat beat, Scale p, Scale t) {

    /**
     * A beat at one scale.
     *
     * @param space the leads smoothed
     * @param slopes by lead, microvolts a second
     * @param together the steepness of all leads
     */
    record Scale(LeadSpace space, double[][] slopes, SlopeTrace together) {

        private static Scale of(MedianBeat beat, double smoothMillis, double slopeMillis) {
            int width = beat.rate().samplesIn(slopeMillis) | 1;
            double[][] slopes =
                    Smoothing.slopes(beat.microvolts(), width, beat.rate().hertz());
            return new Scale(
                    new LeadSpace(beat.microvolts(), beat.rate().samplesIn(smoothMillis)),
                    slopes,
                    SlopeTrace.together(beat.rate(), slopes, beat.r()));
        }
    }

    static BeatScales of(MedianBeat beat) {
        return new BeatScales(
                beat,
                Scale.of(beat, LeadP.SMOOTH_MILLIS, LeadP.SMOOTH_MILLIS),
                Scale.of(beat, LeadT.SMOOTH_MILLIS, LeadT.SLOPE_MILLIS));
    }
}
