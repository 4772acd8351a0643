package org.ecgnet.triage.measure;

/**
 * The ST segment of one lead of the median beat beyond J and J + 60 ms, in microvolts against the level at the QRS onset.
 *
 * @param j20 20 ms after the J point
 * @param j40 40 ms after it
 * @param j80 80 ms after it
 * @param slope from J to J + 80 ms, microvolts a millisecond; negative when it falls
 * @param notch height of a hump within 40 ms before J over the trace on both its sides: the notch of early repolarisation;
 *     0 without one
 */
public record StShape(double j20, double j40, double j80, double slope, double notch) {

    /** Nothing was measured. */
    public static final StShape NONE = new StShape(0, 0, 0, 0, 0);
}
