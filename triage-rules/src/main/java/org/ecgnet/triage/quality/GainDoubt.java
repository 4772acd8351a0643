package org.ecgnet.triage.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.MedianBeat;

/**
 * Whether the size of the whole recording is one a heart can have, or speaks of a wrong gain.
 *
 * <p>A QRS is as large as the middle 86 % of its samples span, so that the needle of a pacemaker is no height. Bounds of
 * plausibility, proposed: low voltage in every lead is below 1.0 mV in the chest (AHA/ACCF/HRS 2009), and of the 515
 * recordings of the development folder with a credible gain none stays below 0.85 mV; of the same recordings none has
 * half of its leads above 3.5 mV, and one has a lead above 9.5 mV, which is doubted.
 */
public enum GainDoubt {
    NONE,
    TOO_SMALL,
    TOO_LARGE;

    /** The largest lead must reach this. */
    static final double LEAST_MICROVOLTS = 700;

    /** No lead may exceed this. */
    static final double MOST_MICROVOLTS = 9500;

    /** Nor half of the leads this. */
    static final double MOST_MEDIAN_MICROVOLTS = 3800;

    private static final int LEADS_TO_JUDGE = 8;
    private static final double SHARE_OUTSIDE = 0.07;

    /** Judges a beat; {@link #NONE} with fewer than eight leads, where a small or a large one is possible. */
    public static GainDoubt of(Optional<MedianBeat> beat, Optional<Delineation> waves) {
        if (beat.isEmpty() || waves.isEmpty() || beat.get().leads().size() < LEADS_TO_JUDGE) {
            return NONE;
        }
        int from = waves.get().qrsOn();
        int to = waves.get().qrsOff() + 1;
        return of(Arrays.stream(beat.get().microvolts())
                .map(lead -> span(Arrays.copyOfRange(lead, from, Math.min(to, lead.length))))
                .sorted()
                .toList());
    }

    /** Judges the spans of the QRS in the leads, ascending. */
    static GainDoubt of(List<Double> spans) {
        double largest = spans.get(spans.size() - 1);
        if (largest == 0) {
            return NONE;
        }
        if (largest < LEAST_MICROVOLTS) {
            return TOO_SMALL;
        }
        boolean half = spans.get(spans.size() / 2) > MOST_MEDIAN_MICROVOLTS;
        return half || largest > MOST_MICROVOLTS ? TOO_LARGE : NONE;
    }

    private static double span(double[] complex) {
        Arrays.sort(complex);
        int outside = (int) Math.round(SHARE_OUTSIDE * (complex.length - 1));
        return complex.length == 0 ? 0 : complex[complex.length - 1 - outside] - complex[outside];
    }
}
