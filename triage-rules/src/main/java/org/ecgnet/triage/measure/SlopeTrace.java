package org.ecgnet.triage.measure;

import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/** How steep a lead of a beat is, or all leads together, sample by sample, without the sign; microvolts a second. */
final class SlopeTrace {

    private final SampleRate rate;
    private final double[] size;
    private final int r;

    private SlopeTrace(SampleRate rate, double[] size, int r) {
        this.rate = rate;
        this.size = size;
        this.r = r;
    }

    /** @param millis width of the smoothing: the scale of the slope */
    static SlopeTrace of(SampleRate rate, double[] x, int r, double millis) {
        return of(rate, Smoothing.slope(x, rate.samplesIn(millis) | 1, rate.hertz()), r);
    }

    /** Of a slope that is in hand. */
    static SlopeTrace of(SampleRate rate, double[] slope, int r) {
        double[] size = new double[slope.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.abs(slope[i]);
        }
        return new SlopeTrace(rate, size, r);
    }

    /** Root of the sum of squares of all leads: how fast the point moves whose coordinates they are. */
    static SlopeTrace together(SampleRate rate, double[][] leads, int r, double millis) {
        return together(rate, Smoothing.slopes(leads, rate.samplesIn(millis) | 1, rate.hertz()), r);
    }

    /** Of slopes that are in hand, by lead. */
    static SlopeTrace together(SampleRate rate, double[][] slopes, int r) {
        double[] sum = new double[slopes.length == 0 ? 0 : slopes[0].length];
        for (double[] slope : slopes) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += slope[i] * slope[i];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.sqrt(sum[i]);
        }
        return new SlopeTrace(rate, sum, r);
    }

    double at(int sample) {
        return size[sample];
    }

    int length() {
        return size.length;
    }

    /** The steepest sample of a stretch, -1 of none. */
    int steepest(int from, int to) {
        int best = -1;
        for (int i = Math.max(0, from); i < Math.min(size.length, to); i++) {
            best = best < 0 || size[i] > size[best] ? i : best;
        }
        return best;
    }

    /** Least mean over 40 ms before the QRS: what slopes noise alone makes. */
    double noise() {
        int span = rate.samplesIn(40);
        double least = Double.MAX_VALUE;
        for (int from = 1; from + span < r - rate.samplesIn(50); from += Math.max(1, span / 4)) {
            least = Math.min(least, Smoothing.meanOf(size, from, from + span));
        }
        return least == Double.MAX_VALUE ? 0 : least;
    }

    /** Median steepness where P and PQ lie. */
    double restBefore(double rrSamples) {
        return usual(r - (int) Math.min(rate.samplesIn(260), 0.5 * rrSamples), r - rate.samplesIn(100));
    }

    /** Median steepness where ST and T lie. */
    double restAfter(double rrSamples) {
        return usual(
                r + (int) Math.min(rate.samplesIn(200), 0.45 * rrSamples),
                r + (int) Math.min(rate.samplesIn(400), 0.75 * rrSamples));
    }

    private double usual(int from, int to) {
        return Smoothing.median(size, Math.max(1, from), Math.min(size.length - 1, to));
    }

    /** From the steepest slope outwards while the next significant one is at most {@code gap} samples off. */
    int outermost(int top, int step, int from, int to, double significant, int gap) {
        int outer = top;
        for (int i = top; i > from && i < to && Math.abs(i - outer) <= gap; i += step) {
            if (size[i] >= significant) {
                outer = i;
            }
        }
        return outer;
    }

    /** Outwards while the slope falls, until it has fallen to a limit. */
    int descend(int outermost, int step, double limit, int most) {
        int ahead = Math.max(1, rate.samplesIn(4));
        int i = outermost;
        while (i > ahead && i < size.length - 1 - ahead && Math.abs(i - outermost) < most) {
            if (size[i] <= limit || size[i + step * ahead] >= size[i]) {
                break;
            }
            i += step;
        }
        return i;
    }

    /** Outwards while the slope is above a limit. */
    int walk(int at, int step, double limit, int from, int to) {
        int i = at;
        while (i > from && i < to && size[i] > limit) {
            i += step;
        }
        return i;
    }

    /**
     * Where a falling slope turns into the steady one of what follows: the sample furthest below the chord from a steep
     * slope to the least one ahead. An ST segment that rises or falls has a slope of its own, so that no share of the QRS
     * slope tells where it begins; the bend does.
     */
    int knee(int steep, int step, int most) {
        int least = steep;
        for (int k = 0, i = steep; k < most && i > 0 && i < size.length - 1; k++, i += step) {
            least = size[i] < size[least] ? i : least;
        }
        int bend = steep;
        double furthest = 0;
        double fall = size[steep] - size[least];
        double span = Math.abs(least - steep);
        for (int i = steep + step; i != least && span > 0; i += step) {
            double below = size[steep] - fall * Math.abs(i - steep) / span - size[i];
            if (below > furthest) {
                furthest = below;
                bend = i;
            }
        }
        return bend;
    }
}
