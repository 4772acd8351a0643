package org.ecgnet.triage.measure;

/**
 * What tells whether the beats of a shape other than the dominant one begin in the ventricles.
 *
 * @param widthMillis QRS of the shape's median beat
 * @param widerMillis how much wider it is than that of the dominant shape
 * @param alike correlation with the dominant shape
 * @param coupling median over its beats of RR before them as a share of the usual RR
 * @param sameP correlation of what stands before its QRS with the dominant shape's P; -1 without P
 */
record FocusSigns(double widthMillis, double widerMillis, double alike, double coupling, double sameP) {

    /** Another shape this wide is ventricular until disproved: the least width of a PVC (AHA/ACCF/HRS 2009, part III). */
    static final double WIDE_MILLIS = 120;

    /** Correlation with the dominant shape below which a shape is another one whatever its timing; MIT-BIH, tuning half. */
    private static final double UNLIKE = 0.8;

    /** A shape as like the dominant one as that is ventricular when it is wider by this and early. */
    private static final double WIDER_MILLIS = 15;

    private static final double EARLY = 0.85;

    /** The median of a shape's beats on time: within this share of the usual RR. */
    private static final double ON_TIME = 0.07;

    /** Before a shape stands the usual P. */
    private static final double SAME_P = 0.7;

    boolean ventricular() {
        if (widthMillis < WIDE_MILLIS) {
            return false;
        }
        if (alike >= UNLIKE) {
            return coupling < EARLY && widerMillis >= WIDER_MILLIS;
        }
        boolean onTime = Math.abs(coupling - 1) <= ON_TIME;
        return !(onTime && sameP >= SAME_P);
    }
}
