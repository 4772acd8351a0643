package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.List;

/**
 * Times between beats and what they tell.
 *
 * @param rrMillis between neighbouring beats, leaving out those across a gap in the recording
 * @param meanRateBpm mean ventricular rate; 0 with fewer than two beats
 * @param irregularity median of the absolute changes of RR between neighbours, as a share of the median RR; ectopic beats
 *     and the pauses after them left out
 * @param longest the longest RR; {@link Interval#NONE} with fewer than two beats
 * @param silentStartMillis from the first sample to the first beat; the whole recording without beats
 * @param silentEndMillis from the last beat to the last sample; the whole recording without beats
 */
public record Rhythm(
        List<Interval> rrMillis,
        double meanRateBpm,
        double irregularity,
        Interval longest,
        double silentStartMillis,
        double silentEndMillis) {

    private static final double STEADY = 0.07;

    private static final double EVEN = 0.015;

    private static final int FEWEST_OF_BIGEMINY = 6;

    public Rhythm {
        rrMillis = List.copyOf(rrMillis);
    }

    /**
     * Largest share of the other intervals that are within 1.5 % of one of them; 0 with fewer than two. A focus or a pacemaker
     * that ectopy interrupts returns to its own interval; in fibrillation two intervals are alike by chance alone.
     */
    public double evenShare() {
        int most = 1;
        for (Interval one : rrMillis) {
            long alike = rrMillis.stream()
                    .filter(other -> Math.abs(other.millis() - one.millis()) <= EVEN * one.millis())
                    .count();
            most = Math.max(most, (int) alike);
        }
        return rrMillis.size() < 2 ? 0 : (most - 1.0) / (rrMillis.size() - 1);
    }

    /** True when every second interval is alike and neighbours are not: bigeminy, which is no fibrillation. */
    public boolean alternates() {
        if (rrMillis.size() < FEWEST_OF_BIGEMINY) {
            return false;
        }
        double[] next = new double[rrMillis.size() - 2];
        double[] secondNext = new double[next.length];
        for (int k = 0; k < next.length; k++) {
            double rr = rrMillis.get(k).millis();
            next[k] = Math.abs(rrMillis.get(k + 1).millis() - rr) / rr;
            secondNext[k] = Math.abs(rrMillis.get(k + 2).millis() - rr) / rr;
        }
        Arrays.sort(next);
        Arrays.sort(secondNext);
        return secondNext[secondNext.length / 2] < STEADY && next[next.length / 2] > 2 * STEADY;
    }

    /** One RR interval. */
    public record Interval(int fromSample, int toSample, double millis) {
        /** No interval at all. */
        public static final Interval NONE = new Interval(0, 0, 0);
    }
}
