package org.ecgnet.triage.electrolyte;

import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.MedianBeat;
import org.ecgnet.triage.signal.Smoothing;

/**
 * How slow the swing of a beat is: the time that its steepest slope would need from the lowest to the highest point. A QRS
 * needs 15 to 60 ms, a sine wave of 80/min 240 ms.
 */
final class Slowness {

    private static final int SMOOTH_MILLIS = 12;
    private static final double LEAST_SWING_MICROVOLTS = 300;

    private Slowness() {}

    /** The median over the leads that swing at all, in milliseconds; 0 without one. */
    static double millis(MeasuredEcg ecg) {
        if (ecg.medianBeat().isEmpty()) {
            return 0;
        }
        MedianBeat beat = ecg.medianBeat().get();
        double[] found = new double[beat.leads().size()];
        int n = 0;
        for (double[] raw : beat.microvolts()) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            double steepest = 0;
            double[] x = Smoothing.mean(raw, beat.rate().samplesIn(SMOOTH_MILLIS) | 1);
            for (int i = 1; i < x.length; i++) {
                low = Math.min(low, x[i]);
                high = Math.max(high, x[i]);
                steepest = Math.max(steepest, Math.abs(x[i] - x[i - 1]));
            }
            if (high - low >= LEAST_SWING_MICROVOLTS && steepest > 0) {
                found[n++] = (high - low) / steepest * 1000.0 / beat.rate().hertz();
            }
        }
        return n == 0 ? 0 : Smoothing.median(found, 0, n);
    }
}
