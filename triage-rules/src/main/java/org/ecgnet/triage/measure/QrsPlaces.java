package org.ecgnet.triage.measure;

import java.util.Arrays;

/**
 * Puts every beat's sample on its R: where the mean of its shape deflects most in the 5-22 Hz band, all leads together.
 *
 * <p>Beats of one shape are laid on one another first, so that R does not jump between two peaks of like size.
 */
final class QrsPlaces {

    private static final int REACH_MILLIS = 70;
    private static final int MOST_BEATS = 30;

    /** So near to the end less than half of a complex is seen, and what is seen is the filters' work as much. */
    private static final int END_MILLIS = 60;

    private QrsPlaces() {}

    /** Samples of the recording, ascending, each once. */
    static int[] of(QrsBand band, FusedLeads fused, LeadSignals signals) {
        BeatShapes shapes = new BeatShapes(band, fused);
        int beats = fused.beats().length;
        int[] offset = new int[shapes.count()];
        for (int s = 0; s < offset.length; s++) {
            offset[s] = offset(band, fused, shapes, s);
        }
        int[] places = new int[beats];
        for (int b = 0; b < beats; b++) {
            int at = (shapes.place(b) + (shapes.of(b) < 0 ? 0 : offset[shapes.of(b)])) * band.step();
            places[b] = Math.max(0, Math.min(signals.length() - 1, at));
        }
        int end = signals.length() - signals.rate().samplesIn(END_MILLIS);
        return Arrays.stream(places).filter(at -> at < end).sorted().distinct().toArray();
    }

    /** From the place of a shape's beats to R, in samples of the band. */
    private static int offset(QrsBand band, FusedLeads fused, BeatShapes shapes, int shape) {
        int reach = band.rate().samplesIn(REACH_MILLIS);
        double[] mean = new double[2 * reach + 1];
        double[] together = new double[mean.length];
        for (int k = 0; k < band.leads(); k++) {
            Arrays.fill(mean, 0);
            double[] x = band.band()[k];
            double weight = 0;
            int taken = 0;
            for (int b = 0; b < fused.beats().length && taken < MOST_BEATS; b++) {
                int from = shapes.place(b) - reach;
                if (shapes.of(b) == shape && from >= 0 && from + mean.length <= x.length) {
                    taken++;
                    weight += fused.weight(k, b);
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += x[from + i];
                    }
                }
            }
            for (int i = 0; i < mean.length; i++) {
                together[i] += Math.sqrt(weight) * Math.abs(mean[i]);
            }
        }
        int best = reach;
        for (int i = 0; i < together.length; i++) {
            best = together[i] > together[best] ? i : best;
        }
        return best - reach;
    }
}
