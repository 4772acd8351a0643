package org.ecgnet.triage.statement;

import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.MedianBeat;

/**
 * Pre-excitation over an accessory pathway: short PR, wide QRS and a delta wave (AHA/ACCF/HRS 2009, part III; ESC 2019).
 *
 * <p>A delta wave is a slow start: the complex of all leads is steep only late. In 95 of 100 complexes without one half of
 * the greatest steepness is reached within 48 ms of the onset, bundle branch blocks included.
 */
final class PreExcitation {

    private static final double SHORT_PR_MILLIS = 120;
    private static final double WIDE_QRS_MILLIS = 110;
    private static final double LATE_STEEPNESS_MILLIS = 48;
    private static final int SMOOTH_MILLIS = 8;

    private PreExcitation() {}

    /** Score of pre-excitation in a rhythm with P waves before the beats. */
    static double score(MeasuredEcg ecg) {
        if (ecg.prMillis().isEmpty()
                || ecg.medianBeat().isEmpty()
                || ecg.waves().isEmpty()) {
            return 0;
        }
        double pr = ecg.prMillis().getAsDouble();
        double qrs = ecg.qrsMillis().orElse(0);
        double steep = lateSteepnessMillis(ecg.medianBeat().get(), ecg.waves().get());
        return Statements.logistic(Math.min(
                Math.min((SHORT_PR_MILLIS + 2 - pr) / 4, (qrs - WIDE_QRS_MILLIS + 2) / 4),
                (steep - LATE_STEEPNESS_MILLIS) / 5));
    }

    /** Milliseconds from the QRS onset until all leads together are half as steep as they become. */
    static double lateSteepnessMillis(MedianBeat beat, Delineation waves) {
        int on = waves.qrsOn();
        int off = Math.min(beat.microvolts().length == 0 ? 0 : beat.microvolts()[0].length - 1, waves.qrsOff());
        int half = Math.max(1, beat.rate().samplesIn(SMOOTH_MILLIS) / 2);
        double[] slope = new double[Math.max(0, off - on)];
        double most = 0;
        for (int i = 0; i < slope.length; i++) {
            double sum = 0;
            for (double[] x : beat.microvolts()) {
                double rise = x[Math.min(x.length - 1, on + i + half)] - x[Math.max(0, on + i - half)];
                sum += rise * rise;
            }
            slope[i] = Math.sqrt(sum);
            most = Math.max(most, slope[i]);
        }
        int at = 0;
        while (at < slope.length && slope[at] < most / 2) {
            at++;
        }
        return at * 1000.0 / beat.rate().hertz();
    }
}
