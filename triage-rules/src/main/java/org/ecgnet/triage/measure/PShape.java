package org.ecgnet.triage.measure;

/**
 * The P wave of one lead of the median beat, in microvolts against the straight line from its onset to its end.
 *
 * @param positive height of its highest point; 0 when no part lies above
 * @param negative depth of its lowest point, as a negative number; 0 when no part lies below
 * @param terminalMillis duration of a negative part that ends the wave: with {@code negative} the terminal force of V1
 * @param prSegment level from the end of P to the QRS onset, against the level before P
 */
public record PShape(double positive, double negative, double terminalMillis, double prSegment) {

    /** No P wave. */
    public static final PShape NONE = new PShape(0, 0, 0, 0);
}
