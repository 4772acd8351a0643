package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Puts every beat's sample on its R: the highest upright deflection of the mean of its shape, as the median over the leads, the
 * larger ones counting more; with one or two leads the largest deflection of either sign, since R may not show in them.
 *
 * <p>Beats of one shape are laid on one another first, so that R does not jump between two peaks of like size.
 */
final class QrsPlaces {

    private static final int REACH_MILLIS = 70;
    private static final int LEADS_THAT_SHOW_R = 3;
    private static final int MOST_BEATS = 30;

    private QrsPlaces() {}

    /** Samples of the recording, ascending, each once. */
    static int[] of(QrsBand band, FusedLeads fused, LeadSignals signals) {
        BeatShapes shapes = new BeatShapes(band, fused);
        int beats = fused.beats().length;
        int[] offset = new int[shapes.count()];
        for (int s = 0; s < offset.length; s++) {
            offset[s] = offset(band.shape(), shapes, s, beats, band.rate());
        }
        int[] places = new int[beats];
        for (int b = 0; b < beats; b++) {
            int at = (shapes.place(b) + (shapes.of(b) < 0 ? 0 : offset[shapes.of(b)])) * band.step();
            places[b] = Math.max(0, Math.min(signals.length() - 1, at));
        }
        return Arrays.stream(places).sorted().distinct().toArray();
    }

    /** From the place of a shape's beats to R, in samples of the band. */
    private static int offset(double[][] signal, BeatShapes shapes, int shape, int beats, SampleRate rate) {
        int reach = rate.samplesIn(REACH_MILLIS);
        double[] mean = new double[2 * reach + 1];
        double[] peak = new double[signal.length];
        double[] height = new double[signal.length];
        for (int k = 0; k < signal.length; k++) {
            Arrays.fill(mean, 0);
            int taken = 0;
            for (int b = 0; b < beats && taken < MOST_BEATS; b++) {
                int at = shapes.place(b);
                if (shapes.of(b) == shape && at - reach >= 0 && at + reach < signal[k].length) {
                    taken++;
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += signal[k][at - reach + i];
                    }
                }
            }
            int top = largestDeflection(mean, signal.length >= LEADS_THAT_SHOW_R);
            peak[k] = top - reach;
            height[k] = taken == 0 ? 0 : Math.abs(mean[top]) / taken;
        }
        return (int) Math.round(Smoothing.weightedMedian(peak, height));
    }

    private static int largestDeflection(double[] mean, boolean upright) {
        int best = mean.length / 2;
        for (int i = 0; i < mean.length; i++) {
            boolean larger = upright ? mean[i] > mean[best] : Math.abs(mean[i]) > Math.abs(mean[best]);
            best = larger ? i : best;
        }
        return best;
    }
}
