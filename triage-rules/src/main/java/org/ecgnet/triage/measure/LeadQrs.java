package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.ecg.SampleRate;

/**
 * Onset and end of the QRS in each lead of a median beat, as a reader marks them lead by lead.
 *
 * <p>The knee of the slope outside its outermost significant part, for three strengths of "significant"; their mean is
 * steadier than any of them. Depolarisation begins and ends once for all leads: what a lead differs by from their middle
 * counts by half, and no more than {@value #MOST_APART_MILLIS} ms of it.
 */
final class LeadQrs {

    private static final int MOST_APART_MILLIS = 16;
    private static final double APART_SHARE = 0.5;

    /** How far before the knee of the slope readers put the onset: they mark the last level sample, not the bend. */
    private static final double ON_LEAD_MILLIS = 5;

    private static final double COARSE_MILLIS = 14;
    private static final double FINE_MILLIS = 10;
    private static final double[] SIGNIFICANT = {0.2, 0.1, 0.05};
    private static final double ABOVE_REST = 1.2;
    private static final double ABOVE_NOISE = 1.5;
    private static final int FOOT_MILLIS = 30;
    private static final int SLACK_MILLIS = 4;

    private LeadQrs() {}

    /** By lead: onset and end, in samples of the beat. */
    static int[][] of(MedianBeat beat, Delineation global, double rrSamples) {
        return of(beat, global, rrSamples, 0);
    }

    /**
     * The same of a paced beat.
     *
     * @param earliest sample at which the pulse and its decay are over: no QRS begins before
     */
    static int[][] of(MedianBeat beat, Delineation global, double rrSamples, int earliest) {
        int leads = beat.microvolts().length;
        double[] on = new double[leads];
        double[] off = new double[leads];
        for (int lead = 0; lead < leads; lead++) {
            SlopeTrace coarse = SlopeTrace.of(beat.rate(), beat.microvolts()[lead], beat.r(), COARSE_MILLIS);
            SlopeTrace fine = SlopeTrace.of(beat.rate(), beat.microvolts()[lead], beat.r(), FINE_MILLIS);
            SlopeTrace[] slopes = {coarse, coarse, fine};
            for (int k = 0; k < SIGNIFICANT.length; k++) {
                SlopeTrace slope = slopes[k];
                int[] ends = ends(beat.rate(), slope, global, SIGNIFICANT[k], rrSamples, earliest);
                on[lead] += (double) ends[0] / SIGNIFICANT.length;
                off[lead] += (double) ends[1] / SIGNIFICANT.length;
            }
            on[lead] =
                    Math.max(earliest, on[lead] - ON_LEAD_MILLIS * beat.rate().hertz() / 1000);
        }
        double apart = MOST_APART_MILLIS * beat.rate().hertz() / 1000.0;
        towardsMiddle(on, APART_SHARE, apart);
        towardsMiddle(off, APART_SHARE, apart);
        int[][] found = new int[leads][];
        for (int lead = 0; lead < leads; lead++) {
            found[lead] = new int[] {(int) Math.round(on[lead]), (int) Math.round(off[lead])};
        }
        return found;
    }

    private static int[] ends(
            SampleRate rate, SlopeTrace slope, Delineation global, double share, double rrSamples, int earliest) {
        int slack = rate.samplesIn(SLACK_MILLIS);
        int from = Math.max(Math.max(1, earliest), global.qrsOn() - slack);
        int to = Math.min(slope.length() - 2, global.qrsOff() + slack);
        int top = slope.steepest(global.qrsOn(), global.qrsOff() + 1);
        double noise = ABOVE_NOISE * slope.noise();
        double before = Math.max(share * slope.at(top), Math.max(ABOVE_REST * slope.restBefore(rrSamples), noise));
        double after = Math.max(share * slope.at(top), Math.max(ABOVE_REST * slope.restAfter(rrSamples), noise));
        int first = from;
        while (first < top && slope.at(first) < before) {
            first++;
        }
        int last = to;
        while (last > top && slope.at(last) < after) {
            last--;
        }
        int foot = rate.samplesIn(FOOT_MILLIS);
        return new int[] {slope.knee(first, -1, foot), slope.knee(last, 1, foot)};
    }

    /** Draws what the leads say towards their median. */
    static void towardsMiddle(double[] values, double share, double most) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double middle = n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        for (int k = 0; k < n; k++) {
            values[k] = middle + share * Math.max(-most, Math.min(most, values[k] - middle));
        }
    }
}
