package org.ecgnet.triage.measure;

/**
 * One heart beat.
 *
 * @param r sample of R
 * @param kind what it looks like
 * @param wide whether the median beat of its shape has a QRS of 120 ms or more
 */
public record Beat(int r, Kind kind, boolean wide) {

    /** Where a beat comes from, as far as its shape and timing tell. */
    public enum Kind {
        /** Of the dominant shape. */
        NORMAL,
        /** Of the dominant shape, but early. */
        SUPRAVENTRICULAR,
        /** Of another, wide shape. */
        VENTRICULAR,
        /** None of these. */
        OTHER
    }
}
