package org.ecgnet.triage.measure;

/**
 * A stretch of the QRS of one lead on one side of the level at its onset.
 *
 * @param microvolts at its top or bottom, signed, against the level at the QRS onset
 * @param fromMillis where it leaves that level, from the QRS onset
 * @param peakMillis its top or bottom
 * @param toMillis where it comes back, or the end of the QRS
 */
public record Deflection(double microvolts, double fromMillis, double peakMillis, double toMillis) {

    /** True for r, R and R'. */
    public boolean positive() {
        return microvolts > 0;
    }

    /** Milliseconds from leaving the level to coming back. */
    public double lasting() {
        return toMillis - fromMillis;
    }
}
