package org.ecgnet.triage.measure;

/**
 * The T wave of one lead of the median beat, in microvolts against the level at the QRS onset.
 *
 * @param positive height of its highest point between J + 80 ms and its end; 0 when no part lies above
 * @param positiveMillis from J to that point
 * @param negative depth of its lowest point there, as a negative number; 0 when no part lies below
 * @param negativeMillis from J to that point; later than {@code positiveMillis} in a wave that goes up, then down
 * @param widthMillis how long it stays beyond half of its larger point: small in the tented wave of hyperkalaemia
 */
public record TShape(
        double positive, double positiveMillis, double negative, double negativeMillis, double widthMillis) {

    /** No T wave. */
    public static final TShape NONE = new TShape(0, 0, 0, 0, 0);
}
