package org.ecgnet.triage.prior;

/**
 * From what on a figure has changed between two recordings.
 *
 * @param stRiseMicrovolts rise of J, in two neighbouring leads
 * @param stFallMicrovolts fall of J, as a positive number, in two neighbouring leads that are now below the line by as much
 * @param tInversionMicrovolts depth of a T that was upright, as a positive number, in two neighbouring leads
 * @param qtcMillis lengthening of QTc
 * @param qrsMillis widening of QRS
 * @param prMillis either way
 * @param axisDegrees either way
 * @param rateBpm either way
 */
public record ChangeLimits(
        double stRiseMicrovolts,
        double stFallMicrovolts,
        double tInversionMicrovolts,
        double qtcMillis,
        double qrsMillis,
        double prMillis,
        double axisDegrees,
        double rateBpm) {

    /**
     * ST and T as UDMI-4 (2018) calls them new: elevation by 0.1 mV, depression by 0.05 mV, T inverted beyond 0.1 mV, each in
     * two contiguous leads. QTc by ICH E14: longer by 60 ms. The other figures, beyond the spread of two readings of one
     * heart, are proposed; they are told and judged by nothing.
     */
    public static final ChangeLimits STANDARD = new ChangeLimits(100, 50, 100, 60, 20, 40, 45, 20);
}
