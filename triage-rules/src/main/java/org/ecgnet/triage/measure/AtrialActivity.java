package org.ecgnet.triage.measure;

/**
 * What the atria do.
 *
 * @param pShare share of the beats before which a wave like the median P stands, 0 to 1; 0 without a median P
 * @param pMicrovolts largest size of the median P over the leads; 0 without one
 */
public record AtrialActivity(double pShare, double pMicrovolts) {
    static final AtrialActivity NONE = new AtrialActivity(0, 0);
}
