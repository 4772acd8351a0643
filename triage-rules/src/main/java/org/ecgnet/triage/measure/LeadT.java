package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.Optional;
import org.ecgnet.ecg.SampleRate;

/**
 * Onset, peak and end of T in each lead of a median beat, as a reader marks them lead by lead.
 *
 * <p>T is the hump of the distance of all leads from their level at the QRS onset; its end is the corner of that distance,
 * moved by part of what the lead's own corner differs from the others'.
 */
final class LeadT {

    private static final double SMOOTH_MILLIS = 30;
    private static final double SLOPE_MILLIS = 26;
    private static final double AFTER_QRS_MILLIS = 50;
    private static final double LATEST_MILLIS = 500;
    private static final double HALF_MILLIS = 120;
    private static final double FAR_MILLIS = 160;
    private static final double MOST_APART_MILLIS = 40;
    private static final double APART_SHARE = 0.4;

    /** What smoothing and the long low end of T add outside the marks of readers. */
    private static final double OFF_EARLIER_MILLIS = 14;

    private final SampleRate rate;
    private final double[][] leads;
    private final LeadSpace space;
    private final int r;
    private final double[] away;
    private final int from;
    private final int to;

    private LeadT(MedianBeat beat, Delineation global, int last) {
        this.rate = beat.rate();
        this.leads = beat.microvolts();
        this.space = new LeadSpace(leads, rate.samplesIn(SMOOTH_MILLIS));
        this.r = beat.r();
        this.away = new double[beat.length()];
        for (int i = 0; i < away.length; i++) {
            away[i] = space.distance(i, Math.max(0, global.qrsOn() - rate.samplesIn(6)));
        }
        this.from = global.qrsOff() + rate.samplesIn(AFTER_QRS_MILLIS);
        this.to = Math.min(Math.min(beat.length() - 2, last), global.qrsOff() + rate.samplesIn(LATEST_MILLIS));
    }

    /**
     * By lead onset, peak and end; empty when there is no room for a T.
     *
     * @param last where the next P begins: T has ended before
     */
    static Optional<int[][]> of(MedianBeat beat, Delineation global, int last) {
        LeadT t = new LeadT(beat, global, last);
        return t.to - t.from < t.rate.samplesIn(80) ? Optional.empty() : Optional.of(t.waves());
    }

    private int peak() {
        int half = rate.samplesIn(HALF_MILLIS);
        int peak = -1;
        int largest = from;
        double most = 0;
        for (int i = from; i < to; i++) {
            largest = away[i] > away[largest] ? i : largest;
            boolean top = i > from && away[i] >= away[i - 1] && away[i] > away[i + 1];
            if (top && i >= from + rate.samplesIn(16) && i < to - rate.samplesIn(24)) {
                double left = away[i] - least(Math.max(from, i - half), i);
                double right = away[i] - least(i, Math.min(to - 1, i + half));
                double size = Math.max(Math.min(left, right), 0.25 * right);
                if (size > most) {
                    most = size;
                    peak = i;
                }
            }
        }
        return peak < 0 ? largest : peak;
    }

    private double least(int a, int b) {
        double least = away[a];
        for (int i = a; i < b; i++) {
            least = Math.min(least, away[i]);
        }
        return least;
    }

    private int[][] waves() {
        SlopeTrace together = SlopeTrace.together(rate, leads, r, SLOPE_MILLIS);
        int peak = peak();
        int half = rate.samplesIn(HALF_MILLIS);
        int far = rate.samplesIn(FAR_MILLIS);
        int down = Math.max(peak, together.steepest(peak, Math.min(to, peak + half)));
        int up = Math.max(from, together.steepest(Math.max(from, peak - half), peak + 1));
        double end = endOfDistance(down, Math.min(to, down + far)) - OFF_EARLIER_MILLIS * rate.hertz() / 1000;
        int onset = space.corner(up, Math.max(from - rate.samplesIn(AFTER_QRS_MILLIS), up - far));
        double[] off = new double[leads.length];
        for (int k = 0; k < leads.length; k++) {
            SlopeTrace slope = SlopeTrace.of(rate, leads[k], r, 18);
            int fall = Math.max(
                    from, slope.steepest(Math.min(peak, down) - rate.samplesIn(40), Math.max(peak, (int) end) + 1));
            int byShare = slope.walk(fall, 1, 0.25 * slope.at(fall), 0, to);
            off[k] = (byShare + space.corner(k, fall, Math.max(fall, Math.min(to, fall + far)))) / 2.0;
        }
        LeadQrs.towardsMiddle(off, APART_SHARE, MOST_APART_MILLIS * rate.hertz() / 1000.0);
        double[] sorted = off.clone();
        Arrays.sort(sorted);
        double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        int[][] found = new int[leads.length][];
        for (int k = 0; k < leads.length; k++) {
            int b = Math.min(to, Math.max(peak + 2, (int) Math.round(end + off[k] - middle)));
            int a = Math.min(onset, b - 2);
            found[k] = new int[] {a, space.peak(k, a, b), b};
        }
        return found;
    }

    private int endOfDistance(int flank, int far) {
        int best = flank;
        double most = 0;
        for (int i = flank; i <= far; i++) {
            double area = Math.abs(away[flank] - away[i]) * (2.0 * far - i - flank);
            if (area > most) {
                most = area;
                best = i;
            }
        }
        return best;
    }
}
