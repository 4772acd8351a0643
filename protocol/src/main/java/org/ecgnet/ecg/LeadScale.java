package org.ecgnet.ecg;

/**
 * What a count of one lead means: {@code microvolts = (count - baselineCounts) * microvoltsPerCount}.
 *
 * @param microvoltsPerCount size of one count in microvolts, above 0
 * @param baselineCounts the count that stands for 0 microvolts
 */
public record LeadScale(double microvoltsPerCount, int baselineCounts) {

    /** One microvolt a count, no offset. */
    public static final LeadScale MICROVOLT = new LeadScale(1.0, 0);

    public LeadScale {
        if (!(microvoltsPerCount > 0) || microvoltsPerCount > 1_000_000) {
            throw new IllegalArgumentException(
                    "microvoltsPerCount: " + microvoltsPerCount + " (expected: above 0, at most 1000000)");
        }
    }

    public double microvolts(int count) {
        return (count - (double) baselineCounts) * microvoltsPerCount;
    }
}
