package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * How much more stands before the QRS than in the rest of diastole.
 *
 * <p>P waves stand there, be they of one focus or of many, and after them the atria rest; the waves of fibrillation do not
 * wait for the QRS. So several shapes of P, of which none comes again, are told from fibrillation.
 */
final class PProminence {

    private static final int P_MILLIS = 240;
    private static final int GUARD_MILLIS = 20;
    private static final int T_GUARD_MILLIS = 30;
    private static final int SHORTEST_REST_MILLIS = 60;
    private static final int FEWEST_BEATS = 4;

    /** No lead is quieter than an amplifier, root mean square. */
    private static final double LEAST_MICROVOLTS = 5;

    private PProminence() {}

    /**
     * Lower quartile over the beats of the natural logarithm of the power before the QRS over that in the rest of diastole, each
     * lead weighed by how quiet its diastole is; 0 with fewer than four beats whose diastole is long enough.
     *
     * @param cancelled all leads without QRS and T of the beats
     * @param dominant by beat: whether it has the usual shape
     * @param onset samples from R to the QRS onset, negative
     * @param tEnd samples from R to the end of T
     */
    static double of(LeadSignals cancelled, List<Beat> beats, boolean[] dominant, int onset, int tEnd) {
        SampleRate rate = cancelled.rate();
        List<int[]> diastoles = new ArrayList<>();
        for (int k = 1; k < beats.size(); k++) {
            int to = beats.get(k).r() + onset - rate.samplesIn(GUARD_MILLIS);
            int p = to - rate.samplesIn(P_MILLIS);
            int from = Math.max(0, beats.get(k - 1).r() + tEnd + rate.samplesIn(T_GUARD_MILLIS));
            if (dominant[k] && p - from >= rate.samplesIn(SHORTEST_REST_MILLIS) && to <= cancelled.length()) {
                diastoles.add(new int[] {from, p, to});
            }
        }
        if (diastoles.size() < FEWEST_BEATS) {
            return 0;
        }
        double[] before = new double[diastoles.size()];
        double[] rest = new double[diastoles.size()];
        for (double[] lead : cancelled.microvolts()) {
            double[] quiet = powers(lead, diastoles, 0);
            double weight = 1 / (median(quiet) + LEAST_MICROVOLTS * LEAST_MICROVOLTS);
            add(before, weight, powers(lead, diastoles, 1));
            add(rest, weight, quiet);
        }
        double[] ratios = new double[before.length];
        for (int k = 0; k < ratios.length; k++) {
            ratios[k] = rest[k] > 0 && before[k] > 0 ? Math.log(before[k] / rest[k]) : 0;
        }
        Arrays.sort(ratios);
        return ratios[ratios.length / 4];
    }

    private static void add(double[] sum, double weight, double[] powers) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += weight * powers[k];
        }
    }

    /** The mean square of each diastole between a bound and the next. */
    private static double[] powers(double[] x, List<int[]> diastoles, int bound) {
        double[] powers = new double[diastoles.size()];
        for (int k = 0; k < powers.length; k++) {
            int[] bounds = diastoles.get(k);
            for (int i = bounds[bound]; i < bounds[bound + 1]; i++) {
                powers[k] += x[i] * x[i] / (bounds[bound + 1] - bounds[bound]);
            }
        }
        return powers;
    }

    private static double median(double[] values) {
        return Smoothing.median(values, 0, values.length);
    }
}
