package org.ecgnet.triage.measure;

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

    public Rhythm {
        rrMillis = List.copyOf(rrMillis);
    }

    /** One RR interval. */
    public record Interval(int fromSample, int toSample, double millis) {
        /** No interval at all. */
        public static final Interval NONE = new Interval(0, 0, 0);
    }
}
