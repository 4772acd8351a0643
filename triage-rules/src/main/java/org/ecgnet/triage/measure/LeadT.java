package org.ecgnet.triage.measure;

import java.util.Optional;
import org.ecgnet.ecg.SampleRate;

/**
 * Onset, peak and end of T in each lead of a median beat, as a reader marks them lead by lead.
 *
 * <p>All leads together say how far T reaches. Within that the T of a lead is what lies furthest from the chord under it,
 * and it begins and ends where the tangents of its steepest flanks meet the level outside (Lepeschkin and Surawicz 1952):
 * neither a U wave nor the slow end of another lead moves these. Repolarisation is one process: what a lead differs by from
 * the middle of the leads counts in part.
 */
final class LeadT {

    static final double SMOOTH_MILLIS = 30;
    static final double SLOPE_MILLIS = 26;
    private static final double AFTER_QRS_MILLIS = 50;
    private static final double LATEST_MILLIS = 500;
    private static final double HALF_MILLIS = 120;
    private static final double FAR_MILLIS = 160;

    /** How much later than all leads together one lead may end. */
    private static final double BEHIND_MILLIS = 90;

    /** The chord begins so long before the earliest flank. */
    private static final double CHORD_MILLIS = 20;

    private static final double LEVEL_MILLIS = 40;
    private static final double MOST_APART_MILLIS = 40;
    private static final double APART_SHARE = 0.7;

    /** How far outside the tangents' feet readers mark onset and end: where the trace meets its level. */
    private static final double OUTSIDE_MILLIS = 10;

    private final SampleRate rate;
    private final LeadSpace space;
    private final BeatScales.Scale scale;
    private final int leads;
    private final double[] away;
    private final int from;
    private final int to;

    private LeadT(BeatScales scales, Delineation global, int last) {
        MedianBeat beat = scales.beat();
        this.rate = beat.rate();
        this.leads = beat.microvolts().length;
        this.scale = scales.t();
        this.space = scale.space();
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
    static Optional<int[][]> of(BeatScales beat, Delineation global, int last) {
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
        SlopeTrace together = scale.together();
        int peak = peak();
        int far = rate.samplesIn(FAR_MILLIS);
        int down = Math.max(peak, together.steepest(peak, Math.min(to, peak + rate.samplesIn(HALF_MILLIS))));
        int reach = Math.min(to, endOfDistance(down, Math.min(to, down + far)) + rate.samplesIn(BEHIND_MILLIS));
        int first = from - rate.samplesIn(CHORD_MILLIS);
        int n = leads;
        WaveFlanks[] flanks = new WaveFlanks[n];
        double[] on = new double[n];
        double[] top = new double[n];
        double[] off = new double[n];
        for (int k = 0; k < n; k++) {
            flanks[k] = new WaveFlanks(rate, space.lead(k), scale.slopes()[k], away.length - 1);
            int at = flanks[k].furthestFromChord(first, reach, first, reach);
            top[k] = at;
            on[k] = flanks[k].onset(Math.max(first, at - far), at, first, LEVEL_MILLIS, far);
            off[k] = flanks[k].end(at, Math.min(reach, at + far), to, LEVEL_MILLIS, far);
        }
        double apart = MOST_APART_MILLIS * rate.hertz() / 1000.0;
        double outside = OUTSIDE_MILLIS * rate.hertz() / 1000.0;
        LeadQrs.towardsMiddle(on, APART_SHARE, apart);
        LeadQrs.towardsMiddle(off, APART_SHARE, apart);
        LeadQrs.towardsMiddle(top, 0, apart);
        int[][] found = new int[n][];
        for (int k = 0; k < n; k++) {
            int b = Math.min(to, Math.max(first + 2, (int) Math.round(off[k] + outside)));
            int a = Math.max(0, Math.min(b - 2, (int) Math.round(on[k] - outside)));
            int at = flanks[k].furthestFromChord(first, reach, (int) (top[k] - apart), (int) (top[k] + apart));
            found[k] = new int[] {a, Math.max(a, Math.min(b, at)), b};
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
