package org.ecgnet.triage.quality;

import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * Whether the size of the whole recording is one a heart can have, or speaks of a wrong gain.
 *
 * <p>Limits set on the recordings of the development folder whose headers are five times wrong, and between which all
 * others lie: the largest QRS of the twelve leads.
 */
public enum GainDoubt {
    NONE,
    TOO_SMALL,
    TOO_LARGE;

    static final double LEAST_MICROVOLTS = 420;
    static final double MOST_MICROVOLTS = 9500;
    private static final int LEADS_TO_JUDGE = 8;

    /** Judges the largest QRS; {@link #NONE} with fewer than eight leads, where a small one is possible. */
    public static GainDoubt of(Map<Lead, LeadLevels> levels) {
        double largest = 0;
        for (LeadLevels lead : levels.values()) {
            largest = Math.max(largest, lead.r() - Math.min(lead.s(), lead.q()));
        }
        if (levels.size() < LEADS_TO_JUDGE || largest == 0) {
            return NONE;
        }
        return largest < LEAST_MICROVOLTS ? TOO_SMALL : largest > MOST_MICROVOLTS ? TOO_LARGE : NONE;
    }
}
