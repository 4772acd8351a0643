package org.ecgnet.triage.measure;

/**
 * The waves inside the QRS of one lead of the median beat, in microvolts against the level at the QRS onset.
 *
 * <p>A wave is a stretch to one side of that level of at least 20 uV and 6 ms (IEC 60601-2-25:2011).
 *
 * @param firstR height of the first positive wave; 0 without one
 * @param rMillis duration of the tallest positive wave
 * @param rPeakMillis QRS onset to its peak: the R-peak time; 0 without one
 * @param sMillis duration of the deepest negative wave that is no Q
 * @param rPrime height of a positive wave after an R and an S; 0 without one
 * @param rPrimeMillis its duration
 * @param notches how often the trace turns back and forth without crossing the level, by at least 30 uV and 4 % of the
 *     QRS's height: notches of R or S
 * @param steepestMillis QRS onset to the steepest slope: late in a delta wave
 * @param millis QRS onset to end over all leads; 0 when nothing was measured
 */
public record QrsShape(
        double firstR,
        double rMillis,
        double rPeakMillis,
        double sMillis,
        double rPrime,
        double rPrimeMillis,
        int notches,
        double steepestMillis,
        double millis) {

    /** Nothing was measured. */
    public static final QrsShape NONE = new QrsShape(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
