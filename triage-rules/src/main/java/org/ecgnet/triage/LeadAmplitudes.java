package org.ecgnet.triage;

import org.ecgnet.triage.measure.LeadLevels;

/**
 * The waves of one lead of the median beat, in microvolts against the level at the QRS onset.
 *
 * @param q depth of a first negative wave before a positive one, as a negative number; 0 without one
 * @param r height of the tallest positive wave of the QRS; 0 without one
 * @param s depth of the deepest negative wave that is no Q, as a negative number; 0 without one
 * @param j at the J point, the global end of the QRS
 * @param j60 60 ms after it
 * @param j80 80 ms after it
 * @param stSlope from J to J + 80 ms, microvolts a millisecond
 * @param t at the peak of T; 0 when there is none
 */
public record LeadAmplitudes(double q, double r, double s, double j, double j60, double j80, double stSlope, double t) {

    static LeadAmplitudes of(LeadLevels levels) {
        return new LeadAmplitudes(
                levels.q(),
                levels.r(),
                levels.s(),
                levels.j(),
                levels.j60(),
                levels.st().j80(),
                levels.st().slope(),
                levels.t());
    }
}
