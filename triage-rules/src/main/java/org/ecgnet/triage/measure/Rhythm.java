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

    /** In fewer intervals of fibrillation every third may be alike by chance. */
    private static final int FEWEST_OF_TRIGEMINY = 18;

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

    /** True when every second or every third interval is alike and neighbours are not: bigeminy and trigeminy, no fibrillation. */
    public boolean alternates() {
        int intervals = rrMillis.size();
        boolean bigeminy = intervals >= FEWEST_OF_BIGEMINY && change(2) < STEADY;
        boolean trigeminy = intervals >= FEWEST_OF_TRIGEMINY && change(3) < STEADY;
        return (bigeminy || trigeminy) && change(1) > 2 * STEADY;
    }

    /** Median change from an interval to the one so many places on, as a share of it. */
    private double change(int places) {
        double[] changes = new double[rrMillis.size() - places];
        for (int k = 0; k < changes.length; k++) {
            double rr = rrMillis.get(k).millis();
            changes[k] = Math.abs(rrMillis.get(k + places).millis() - rr) / rr;
        }
        Arrays.sort(changes);
        return changes[changes.length / 2];
    }

    /** One RR interval. */
    public record Interval(int fromSample, int toSample, double millis) {
        /** No interval at all. */
        public static final Interval NONE = new Interval(0, 0, 0);
    }
}
