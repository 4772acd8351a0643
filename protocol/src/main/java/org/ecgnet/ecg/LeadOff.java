package org.ecgnet.ecg;

/**
 * A stretch in which the unit reported an electrode of the lead as off.
 *
 * @param from first sample
 * @param to the sample after the last
 */
public record LeadOff(Lead lead, int from, int to) {

    public LeadOff {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("from: " + from + ", to: " + to + " (expected: 0 <= from < to)");
        }
    }
}
