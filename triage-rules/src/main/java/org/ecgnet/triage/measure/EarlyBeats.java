package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Which beats come early, judged by the RR intervals around them.
 *
 * <p>Early is what comes before its time and at once: an interval shorter than the usual one around, and shorter than the one
 * before it unless that was early too. The sinus node that breathes changes by little at a time. Where most intervals change,
 * as in fibrillation, none is early.
 */
final class EarlyBeats {

    /** This share of the usual RR or less is early. */
    private static final double EARLY = 0.85;

    /** A beat at once shortens RR to this share. */
    private static final double AT_ONCE = 0.9;

    /** Two thirds of the intervals change by this share of RR in fibrillation; with single early beats many are steady. */
    private static final double UNSTEADY = 0.05;

    private static final double UNSTEADY_QUANTILE = 0.35;

    /** Fewer intervals, as ten seconds have, do not tell fibrillation from frequent early beats: P waves have to. */
    private static final int FEWEST_CHANGES = 20;

    private static final int AROUND = 30;
    private static final int NEAR = 8;

    private final int[] r;
    private final double[] rr;

    EarlyBeats(int[] r) {
        this.r = r;
        this.rr = new double[Math.max(0, r.length - 1)];
        for (int k = 0; k < rr.length; k++) {
            rr[k] = r[k + 1] - r[k];
        }
    }

    /** The RR interval that ends in a beat as a share of the median of those near it; 1 for the first beat. */
    double coupling(int beat) {
        int from = Math.max(0, beat - NEAR);
        return beat == 0 ? 1 : rr[beat - 1] / Smoothing.median(rr, from, Math.min(rr.length, from + 2 * NEAR + 1));
    }

    /** By beat; ventricular ones and those behind them are not asked. */
    boolean[] early(boolean[] ventricular) {
        boolean[] early = new boolean[r.length];
        double[] changes = changes(ventricular);
        for (int k = 1; k < r.length; k++) {
            early[k] = !ventricular[k]
                    && !ventricular[k - 1]
                    && rr[k - 1] < EARLY * usual(k)
                    && (early[k - 1] || atOnce(k, ventricular))
                    && unsteadiness(changes, k) < UNSTEADY * usual(k);
        }
        return early;
    }

    private boolean atOnce(int beat, boolean[] ventricular) {
        return beat < 2 || ventricular[beat - 2] || rr[beat - 1] < AT_ONCE * rr[beat - 2];
    }

    private double usual(int beat) {
        int from = from(beat, rr.length);
        return Smoothing.median(rr, from, Math.min(rr.length, from + 2 * AROUND + 1));
    }

    private static int from(int beat, int length) {
        return Math.max(0, Math.min(beat - AROUND, length - 2 * AROUND - 1));
    }

    /** By beat how much the interval that ends in it differs from the one before; NaN beside ventricular beats. */
    private double[] changes(boolean[] ventricular) {
        double[] changes = new double[r.length];
        Arrays.fill(changes, Double.NaN);
        for (int k = 2; k < r.length; k++) {
            if (!ventricular[k] && !ventricular[k - 1] && !ventricular[k - 2]) {
                changes[k] = Math.abs(rr[k - 1] - rr[k - 2]);
            }
        }
        return changes;
    }

    private static double unsteadiness(double[] changes, int beat) {
        int from = from(beat, changes.length);
        double[] near = new double[2 * AROUND + 1];
        int found = 0;
        for (int k = from; k < Math.min(changes.length, from + near.length); k++) {
            if (!Double.isNaN(changes[k])) {
                near[found++] = changes[k];
            }
        }
        return found < FEWEST_CHANGES ? 0 : Smoothing.select(near, found, UNSTEADY_QUANTILE);
    }
}
