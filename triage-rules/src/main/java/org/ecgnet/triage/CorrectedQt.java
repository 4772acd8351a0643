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

    /** Framingham (Sagie 1992): QT + 154 (1 - RR in s). */
    public static double framinghamMillis(double qtMillis, double rrMillis) {
        return qtMillis + 154 * (1 - rrMillis / 1000);
    }

    /** Hodges 1983: QT + 1.75 (rate - 60). */
    public static double hodgesMillis(double qtMillis, double rrMillis) {
        return qtMillis + 1.75 * (60_000 / rrMillis - 60);
    }
}
