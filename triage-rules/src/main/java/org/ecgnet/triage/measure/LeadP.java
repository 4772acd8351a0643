package org.ecgnet.triage.measure;

import java.util.Optional;
import org.ecgnet.ecg.SampleRate;

/**
 * Onset, peak and end of P in each lead of a median beat, as a reader marks them lead by lead.
 *
 * <p>The wave is the hump before the QRS that stands out most over all leads together; its boundaries are corners of each
 * lead's own trace, drawn towards the middle of the leads.
 */
final class LeadP {

    /** Least prominence, mean of the leads: below it noise is no P. */
    private static final double LEAST_MICROVOLTS = 10;

    private static final double SMOOTH_MILLIS = 18;
    private static final double BEFORE_QRS_MILLIS = 300;
    private static final double HALF_MILLIS = 80;
    private static final double FAR_MILLIS = 90;
    private static final double MOST_APART_MILLIS = 30;
    private static final double ON_SHARE = 0.3;
    private static final double OFF_SHARE = 0.5;

    /** What smoothing and the low corner of P add outside the marks of readers. */
    private static final double ON_LATER_MILLIS = 4;

    private static final double OFF_EARLIER_MILLIS = 16;

    private final SampleRate rate;
    private final LeadSpace space;
    private final double[][] leads;
    private final int r;
    private final int qrsOn;

    private LeadP(MedianBeat beat, int qrsOn) {
        this.rate = beat.rate();
        this.leads = beat.microvolts();
        this.space = new LeadSpace(leads, rate.samplesIn(SMOOTH_MILLIS));
        this.r = beat.r();
        this.qrsOn = qrsOn;
    }

    /** By lead onset, peak and end; empty when no P stands out. */
    static Optional<int[][]> of(MedianBeat beat, int qrsOn) {
        return new LeadP(beat, qrsOn).waves();
    }

    private Optional<int[][]> waves() {
        int from = Math.max(2, qrsOn - rate.samplesIn(BEFORE_QRS_MILLIS));
        int to = qrsOn - rate.samplesIn(8);
        int half = rate.samplesIn(HALF_MILLIS);
        int peak = -1;
        double most = LEAST_MICROVOLTS * leads.length;
        for (int i = from + rate.samplesIn(24); i < to - rate.samplesIn(12); i++) {
            double size = space.prominence(i, Math.max(from, i - half), Math.min(to, i + half));
            if (size > most) {
                most = size;
                peak = i;
            }
        }
        return peak < 0 ? Optional.empty() : Optional.of(around(peak, to));
    }

    private int[][] around(int peak, int to) {
        SlopeTrace together = SlopeTrace.together(rate, leads, r, SMOOTH_MILLIS);
        int half = rate.samplesIn(HALF_MILLIS);
        int far = rate.samplesIn(FAR_MILLIS);
        int up = Math.max(1, together.steepest(peak - half, peak + 1));
        int down = Math.max(peak, together.steepest(peak, Math.min(to, peak + half)));
        int onset = space.corner(up, Math.max(0, up - far));
        int end = space.corner(down, Math.min(to, down + far));
        double[] on = new double[leads.length];
        double[] off = new double[leads.length];
        for (int k = 0; k < leads.length; k++) {
            SlopeTrace slope = SlopeTrace.of(rate, leads[k], r, SMOOTH_MILLIS);
            int rise =
                    Math.max(1, slope.steepest(onset - rate.samplesIn(12), Math.min(peak + rate.samplesIn(10), qrsOn)));
            int fall = Math.max(
                    peak, slope.steepest(peak - rate.samplesIn(10), Math.min(end + rate.samplesIn(6), qrsOn - 2)));
            on[k] = space.corner(k, rise, Math.max(0, rise - far)) + ON_LATER_MILLIS * rate.hertz() / 1000;
            off[k] = space.corner(k, fall, Math.max(fall, Math.min(qrsOn, fall + far)))
                    - OFF_EARLIER_MILLIS * rate.hertz() / 1000;
        }
        double apart = MOST_APART_MILLIS * rate.hertz() / 1000.0;
        LeadQrs.towardsMiddle(on, ON_SHARE, apart);
        LeadQrs.towardsMiddle(off, OFF_SHARE, apart);
        int[][] found = new int[leads.length][];
        for (int k = 0; k < leads.length; k++) {
            int a = Math.max(0, Math.min(peak - 2, (int) Math.round(on[k])));
            int b = Math.min(qrsOn - 1, Math.max(peak + 2, (int) Math.round(off[k])));
            found[k] = new int[] {a, space.peak(k, a, b), b};
        }
        return found;
    }
}
