package org.ecgnet.triage.measure;

import java.util.Optional;
import org.ecgnet.ecg.SampleRate;

/**
 * Onset, peak and end of P in each lead of a median beat, as a reader marks them lead by lead.
 *
 * <p>The wave is the hump before the QRS that stands out most over all leads together, which also say how far it reaches.
 * Within that each lead's own flanks give its boundaries; the atria are excited once for all leads, so that what a lead
 * differs by from their middle counts in part.
 */
final class LeadP {

    /** Least prominence, mean of the leads: below it noise is no P. */
    private static final double LEAST_MICROVOLTS = 10;

    static final double SMOOTH_MILLIS = 18;
    private static final double BEFORE_QRS_MILLIS = 300;
    private static final double HALF_MILLIS = 80;
    private static final double FAR_MILLIS = 90;
    private static final double MOST_APART_MILLIS = 30;
    private static final double APART_SHARE = 0.7;

    /** A lead may begin this much earlier than all leads together, and end this much later. */
    private static final double EARLIER_MILLIS = 20;

    private static final double LATER_MILLIS = 10;
    private static final double LEVEL_MILLIS = 20;

    /** However late T seems to end, P may begin so long before the QRS. */
    private static final double LEAST_BEFORE_QRS_MILLIS = 120;

    /** How far outside the foot of the first flank readers mark the onset; the end they mark inside that of the last. */
    private static final double OUTSIDE_MILLIS = 6;

    private static final double INSIDE_MILLIS = 2;

    private final SampleRate rate;
    private final LeadSpace space;
    private final BeatScales.Scale scale;
    private final int leads;
    private final int qrsOn;
    private final int earliest;

    private LeadP(BeatScales beat, int qrsOn, int earliest) {
        this.rate = beat.beat().rate();
        this.leads = beat.beat().microvolts().length;
        this.scale = beat.p();
        this.space = scale.space();
        this.qrsOn = qrsOn;
        this.earliest = Math.max(2, Math.min(earliest, qrsOn - rate.samplesIn(LEAST_BEFORE_QRS_MILLIS)));
    }

    /**
     * By lead onset, peak and end; empty when no P stands out.
     *
     * @param earliest where the T before has ended
     */
    static Optional<int[][]> of(BeatScales beat, int qrsOn, int earliest) {
        return new LeadP(beat, qrsOn, earliest).waves();
    }

    private Optional<int[][]> waves() {
        int from = Math.max(earliest, qrsOn - rate.samplesIn(BEFORE_QRS_MILLIS));
        int to = qrsOn - rate.samplesIn(8);
        int half = rate.samplesIn(HALF_MILLIS);
        int peak = -1;
        double most = LEAST_MICROVOLTS * leads;
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
        SlopeTrace together = scale.together();
        int half = rate.samplesIn(HALF_MILLIS);
        int far = rate.samplesIn(FAR_MILLIS);
        int up = Math.max(1, together.steepest(Math.max(earliest, peak - half), peak + 1));
        int down = Math.max(peak, together.steepest(peak, Math.min(to, peak + half)));
        int onset = space.corner(up, Math.max(earliest - 1, up - far));
        int end = space.corner(down, Math.min(to, down + far));
        int first = Math.max(earliest - 1, onset - rate.samplesIn(EARLIER_MILLIS));
        int last = Math.min(to, end + rate.samplesIn(LATER_MILLIS));
        double[] on = new double[leads];
        double[] off = new double[leads];
        int least = Math.max(0, first - rate.samplesIn(LEVEL_MILLIS));
        for (int k = 0; k < leads; k++) {
            WaveFlanks flanks = new WaveFlanks(rate, space.lead(k), scale.slopes()[k], to);
            int top = flanks.furthestFromChord(first, last, first, last);
            on[k] = flanks.onset(first, top, least, LEVEL_MILLIS, far);
            off[k] = flanks.end(top, last, to, LEVEL_MILLIS, far);
        }
        return found(peak, on, off);
    }

    private int[][] found(int peak, double[] on, double[] off) {
        double apart = MOST_APART_MILLIS * rate.hertz() / 1000.0;
        double outside = OUTSIDE_MILLIS * rate.hertz() / 1000.0;
        double inside = INSIDE_MILLIS * rate.hertz() / 1000.0;
        LeadQrs.towardsMiddle(on, APART_SHARE, apart);
        LeadQrs.towardsMiddle(off, APART_SHARE, apart);
        int[][] found = new int[leads][];
        for (int k = 0; k < leads; k++) {
            int a = Math.max(0, Math.min(peak - 2, (int) Math.round(on[k] - outside)));
            int b = Math.min(qrsOn - 1, Math.max(peak + 2, (int) Math.round(off[k] - inside)));
            found[k] = new int[] {a, space.peak(k, a, b), b};
        }
        return found;
    }
}
