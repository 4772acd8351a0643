package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * One lead of a beat, searched for its P and T.
 *
 * <p>A wave is a hump that stands out on both sides; its boundary is where the slope outside its outermost flank falls
 * below a share of that flank's (Martinez 2004, coarse scale). The end of T is the median of that, of the tangent's foot
 * and of the trapezium method (Vazquez-Seisdedos 2011).
 */
final class LeadTrace {

    private static final double LEAST_P_MICROVOLTS = 22;
    private static final double LEAST_T_MICROVOLTS = 25;
    private static final int[] NONE_OF_P = {-1, -1, -1};
    private static final int[] NONE_OF_T = {-1, -1};

    private final SampleRate rate;
    private final double[] x;
    private final double[] slope;
    private final SlopeTrace steepness;

    /** Diastole from the end of T on takes less than this of a short RR (QT by Fridericia at 110/min: 0.6 of it). */
    private static final double MOST_PR_SHARE = 0.42;

    LeadTrace(SampleRate rate, double[] x, int r) {
        this.rate = rate;
        this.x = x;
        this.slope = Smoothing.slope(x, rate.samplesIn(24) | 1, rate.hertz());
        this.steepness = SlopeTrace.of(rate, slope, r);
    }

    /**
     * Onset, peak and end of P; -1 for each without one.
     *
     * @param rrSamples usual distance of beats: of a short one the first part still belongs to the T before
     * @param earliest it does not begin before
     */
    int[] pWave(int qrsOn, double rrSamples, int earliest) {
        int reach = (int) Math.min(rate.samplesIn(300), MOST_PR_SHARE * rrSamples);
        int from = Math.max(Math.max(2, earliest), qrsOn - reach);
        int to = qrsOn - rate.samplesIn(8);
        if (to - from < rate.samplesIn(60)) {
            return NONE_OF_P;
        }
        double[] smooth = Smoothing.mean(x, rate.samplesIn(20) | 1);
        int half = rate.samplesIn(60);
        int peak = -1;
        double best = 0;
        for (int i = from + half / 2; i < to - half / 4; i++) {
            double size = prominence(smooth, i, Math.max(from, i - half), Math.min(to, i + half));
            if (size > best) {
                best = size;
                peak = i;
            }
        }
        if (peak < 0 || best < LEAST_P_MICROVOLTS) {
            return NONE_OF_P;
        }
        int foot = Math.max(valley(smooth, peak, best), Math.max(1, earliest));
        int up = steepness.steepest(Math.max(foot, peak - half), peak);
        int down = steepness.steepest(peak + 1, Math.min(to, peak + half));
        if (up < 0 || down < 0) {
            return NONE_OF_P;
        }
        int least = Math.max(Math.max(1, earliest), peak - rate.samplesIn(110));
        return new int[] {
            steepness.walk(up, -1, 0.4 * steepness.at(up), least, to),
            peak,
            steepness.walk(down, 1, 0.5 * steepness.at(down), from, to)
        };
    }

    /** The foot of a hump on its left, from where another wave (the T before) rises. */
    private static int valley(double[] y, int peak, double size) {
        double sign = Math.signum(2 * y[peak] - y[Math.max(0, peak - 1)] - y[Math.min(y.length - 1, peak + 1)]);
        int least = peak;
        for (int i = peak; i > 0; i--) {
            if (sign * y[i] < sign * y[least]) {
                least = i;
            } else if (sign * (y[i] - y[least]) > 0.25 * size && least < peak) {
                break;
            }
        }
        return least;
    }

    private static double prominence(double[] y, int i, int a, int b) {
        double left = y[i] - y[a];
        double right = y[i] - y[b];
        return left * right > 0 ? Math.min(Math.abs(left), Math.abs(right)) : 0;
    }

    /**
     * Peak and end of T; -1 for both without one.
     *
     * @param last where the next P begins: T has ended before
     */
    int[] tWave(int qrsOn, int qrsOff, int last) {
        double level = Smoothing.meanOf(x, Math.max(0, qrsOn - rate.samplesIn(12)), qrsOn);
        int from = qrsOff + rate.samplesIn(50);
        int to = Math.min(Math.min(x.length - 2, last), qrsOff + rate.samplesIn(480));
        if (to - from < rate.samplesIn(80)) {
            return NONE_OF_T;
        }
        double[] smooth = Smoothing.mean(x, rate.samplesIn(30) | 1);
        int peak = tPeak(smooth, from, to, level);
        int down = peak < 0 ? -1 : steepness.steepest(peak + 1, Math.min(to, peak + rate.samplesIn(160)));
        if (down < 0) {
            return NONE_OF_T;
        }
        int byShare = steepness.walk(down, 1, 0.25 * steepness.at(down), from, to);
        double rest = Smoothing.median(smooth, Math.min(byShare, to - 1), Math.min(to, byShare + rate.samplesIn(40)));
        int byTangent = slope[down] == 0
                ? byShare
                : (int) Math.round(down + (rest - smooth[down]) / slope[down] * rate.hertz());
        int byArea = trapezium(smooth, down, Math.min(to, down + rate.samplesIn(160)));
        int[] ends = {byShare, Math.max(peak, Math.min(to, byTangent)), byArea};
        Arrays.sort(ends);
        return new int[] {peak, ends[1]};
    }

    private int tPeak(double[] smooth, int from, int to, double level) {
        int peak = -1;
        double best = LEAST_T_MICROVOLTS;
        int half = rate.samplesIn(90);
        for (int i = from + half / 3; i < to - half / 3; i++) {
            double size = prominence(smooth, i, Math.max(from, i - half), Math.min(to, i + half));
            // a T on a raised or sunken ST has one slope only; then its height against the QRS onset counts
            size = size > 0 ? Math.max(size, 0.25 * Math.abs(smooth[i] - level)) : 0;
            if (size > best) {
                best = size;
                peak = i;
            }
        }
        return peak;
    }

    /** The sample at which the area between a falling flank and its far end is largest. */
    private static int trapezium(double[] y, int flank, int far) {
        int best = flank;
        double most = 0;
        for (int i = flank + 1; i < far; i++) {
            double a = Math.abs(0.5 * (y[flank] - y[i]) * (2.0 * far - i - flank));
            if (a > most) {
                most = a;
                best = i;
            }
        }
        return best;
    }
}
