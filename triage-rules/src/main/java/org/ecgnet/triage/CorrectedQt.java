package org.ecgnet.triage;

/** QT corrected for the RR interval, all in milliseconds. */
public final class CorrectedQt {

    private CorrectedQt() {}

    /** Bazett 1920: QT / sqrt(RR in s). */
    public static double bazettMillis(double qtMillis, double rrMillis) {
        return qtMillis / Math.sqrt(rrMillis / 1000);
    }

    /** Fridericia 1920: QT / cbrt(RR in s). */
    public static double fridericiaMillis(double qtMillis, double rrMillis) {
        return qtMillis / Math.cbrt(rrMillis / 1000);
    }
}
