package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;

/**
 * Drawn recordings with exact boundaries, after the manner of the CTS calibration waves (IEC 60601-2-25, annex): every wave
 * is half a cycle of a sine, the ST segment a step, without noise. Unlike CTS the eight leads differ in size and shape.
 *
 * @param qrsMicrovolts height of the largest R
 * @param qrsMillis duration of the QRS in every lead
 * @param stMicrovolts step of the ST segment in the lead of the largest R
 * @param bpm rate
 * @param deepS whether V2 has an S of 2 mV more, as ANE20000
 */
record CalibrationWaves(
        SampleRate rate, double qrsMicrovolts, double qrsMillis, double stMicrovolts, double bpm, boolean deepS) {

    /** Height of R, depth of Q and S, size of T by lead as shares of the largest R; I, II, V1 to V6. */
    private static final double[][] SHAPES = {
        {0.55, -0.05, -0.10, 0.22},
        {0.80, -0.08, -0.15, 0.25},
        {0.20, 0.00, -0.70, -0.10},
        {0.35, 0.00, -0.90, 0.30},
        {0.60, 0.00, -0.60, 0.40},
        {1.00, -0.05, -0.40, 0.38},
        {0.95, -0.08, -0.20, 0.30},
        {0.75, -0.10, -0.08, 0.24}
    };

    private static final double[] P_MICROVOLTS = {90, 150, 60, 70, 80, 80, 75, 70};
    private static final double SECONDS = 10;

    /** Duration of P, shorter at high rates. */
    double pMillis() {
        return bpm >= 120 ? 80 : 100;
    }

    /** From the onset of P to that of the QRS, shorter at high rates. */
    double pqMillis() {
        return bpm >= 120 ? 120 : 160;
    }

    /** From the onset of the QRS to the end of T: 400 ms at 60/min, as the root of the RR (Bazett 1920). */
    double qtMillis() {
        return Math.round(400 * Math.sqrt(60 / bpm));
    }

    /** All twelve leads for ten seconds. */
    LeadSignals signals() {
        int n = (int) (SECONDS * rate.hertz());
        double[][] x = new double[12][n];
        double rr = 60_000 / bpm;
        int beats = (int) ((SECONDS * 1000 - 450 - qtMillis()) / rr) + 1;
        for (int beat = 0; beat < beats; beat++) {
            double on = 400 + beat * rr;
            for (int k = 0; k < Lead.INDEPENDENT_8.size(); k++) {
                addBeat(x[k < 2 ? k : k + 4], k, on);
            }
        }
        for (int i = 0; i < n; i++) {
            x[2][i] = x[1][i] - x[0][i];
            x[3][i] = -(x[0][i] + x[1][i]) / 2;
            x[4][i] = x[0][i] - x[1][i] / 2;
            x[5][i] = x[1][i] - x[0][i] / 2;
        }
        return LeadSignals.of(rate, new ArrayList<>(Lead.STANDARD_12), x);
    }

    /** Extremes of Q, R and S of one lead and the level of its ST segment, microvolts. */
    record Peaks(double q, double r, double s, double st) {}

    /** @param lead one of the eight independent ones */
    Peaks peaks(Lead lead) {
        double[] shape = SHAPES[Lead.INDEPENDENT_8.indexOf(lead)];
        double s = shape[2] * qrsMicrovolts - (deepS && lead == Lead.V2 ? 2000 : 0);
        return new Peaks(shape[1] * qrsMicrovolts, shape[0] * qrsMicrovolts, s, shape[0] * stMicrovolts);
    }

    private void addBeat(double[] x, int k, double on) {
        Peaks peaks = peaks(Lead.INDEPENDENT_8.get(k));
        double q = peaks.q() < 0 ? 0.2 * qrsMillis : 0;
        double s = 0.35 * qrsMillis;
        half(x, on - pqMillis(), pMillis(), P_MICROVOLTS[k]);
        half(x, on, q, peaks.q());
        half(x, on + q, qrsMillis - q - s, peaks.r());
        half(x, on + qrsMillis - s, s, peaks.s());
        double end = on + qtMillis();
        double tOn = end - Math.min(180, 0.4 * qtMillis());
        half(x, tOn, end - tOn, SHAPES[k][3] * Math.min(1500, qrsMicrovolts));
        step(x, on + qrsMillis, tOn, end, peaks.st());
    }

    private void half(double[] x, double from, double lasting, double microvolts) {
        for (int i = first(from); lasting > 0 && i < x.length && at(i) < from + lasting; i++) {
            x[i] += microvolts * Math.sin(Math.PI * (at(i) - from) / lasting);
        }
    }

    /** A level from J on that is gone with the end of T as a quarter of a cosine goes. */
    private void step(double[] x, double j, double tOn, double end, double microvolts) {
        for (int i = first(j); i < x.length && at(i) < end; i++) {
            double share = at(i) < tOn ? 0 : (at(i) - tOn) / (end - tOn);
            x[i] += microvolts * Math.cos(Math.PI / 2 * share);
        }
    }

    private int first(double millis) {
        return (int) Math.max(0, Math.ceil(millis * rate.hertz() / 1000));
    }

    private double at(int sample) {
        return rate.millisAt(sample);
    }

    @Override
    public String toString() {
        return "%d Hz, %.0f uV, QRS %.0f ms, ST %.0f uV, %.0f/min%s"
                .formatted(rate.hertz(), qrsMicrovolts, qrsMillis, stMicrovolts, bpm, deepS ? ", deep S" : "");
    }

    /** Those of one rate. */
    static List<CalibrationWaves> all(SampleRate rate, double bpm) {
        return all(rate).stream().filter(drawn -> drawn.bpm() == bpm).toList();
    }

    /** Every combination that the tests measure. */
    static List<CalibrationWaves> all(SampleRate rate) {
        List<CalibrationWaves> all = new ArrayList<>();
        for (double size : new double[] {500, 1000, 2000, 3500, 5000}) {
            for (double qrs : new double[] {80, 100, 120}) {
                for (double st : new double[] {-200, -100, 0, 100, 200}) {
                    for (double bpm : new double[] {60, 75, 100, 120}) {
                        all.add(new CalibrationWaves(rate, size, qrs, st, bpm, false));
                    }
                }
                all.add(new CalibrationWaves(rate, size, qrs, 0, 60, true));
            }
        }
        return all;
    }
}
