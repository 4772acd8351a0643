package org.ecgnet.triage.measure;

/**
 * One heart beat.
 *
 * @param r sample of R, where a reader would mark it
 * @param anchor the sample at which it was found and is laid on the beats of its shape
 * @param kind what it looks like
 * @param wide whether the median beat of its shape has a QRS of 120 ms or more
 * @param shape number of its shape: beats of one number have one QRS in all leads together
 * @param widthMillis QRS of the median beat of its shape; 0 where none could be measured
 * @param coupling the RR interval that ends in it as a share of the usual RR around it; 1 for the first beat
 */
public record Beat(int r, int anchor, Kind kind, boolean wide, int shape, double widthMillis, double coupling) {

    /** Where a beat comes from, as far as its shape and timing tell. */
    public enum Kind {
        /** Of the dominant shape. */
        NORMAL,
        /** Of the dominant shape, but early. */
        SUPRAVENTRICULAR,
        /** Of another, wide shape. */
        VENTRICULAR,
        /** Begun by a pacemaker's pulse. */
        PACED,
        /** None of these. */
        OTHER
    }

    /** Whether it is neither early nor ventricular: of the dominant shape, or begun by a pulse, which comes on time. */
    public boolean usual() {
        return kind == Kind.NORMAL || kind == Kind.PACED;
    }

    /** A beat on time, of which no more is known. */
    public Beat(int r, Kind kind, boolean wide) {
        this(r, kind, wide, 0, 0, 1);
    }

    /** A beat found at its R. */
    public Beat(int r, Kind kind, boolean wide, int shape, double widthMillis, double coupling) {
        this(r, r, kind, wide, shape, widthMillis, coupling);
    }
}
