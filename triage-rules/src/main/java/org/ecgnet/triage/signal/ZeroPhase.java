package org.ecgnet.triage.signal;

import java.util.Arrays;

/**
 * Runs filter sections forward and backward, so that no wave is delayed or bent by phase.
 *
 * <p>The ends are continued by odd reflection and every section starts in its steady state, which keeps a constant or a
 * slope at the ends from ringing.
 */
public final class ZeroPhase {

    private static final int FOUR = 4;

    private ZeroPhase() {}

    /**
     * A filtered copy of the samples.
     *
     * @param padding samples of reflection at each end, cut to what there is
     */
    public static double[] filter(double[] samples, int padding, Biquad... sections) {
        int n = samples.length;
        if (n < 2) {
            return samples.clone();
        }
        int pad = Math.min(padding, n - 1);
        double[] x = new double[n + 2 * pad];
        double[] y = new double[x.length];
        pad(samples, pad, x);
        for (Biquad section : sections) {
            ahead(x, y, section);
            recur(y, section, 0, 1);
            back(y, x, section);
            recur(x, section, x.length - 1, -1);
        }
        return Arrays.copyOfRange(x, pad, pad + n);
    }

    /**
     * Filtered copies of several leads of one length. Four run side by side: a recursive filter alone waits for its own last
     * result at every sample.
     *
     * @param padding samples of reflection at each end, cut to what there is
     */
    public static double[][] filter(double[][] leads, int padding, Biquad... sections) {
        double[][] filtered = new double[leads.length][];
        double[][] x = new double[FOUR][0];
        double[][] y = new double[FOUR][0];
        int k = 0;
        for (; k + FOUR <= leads.length && leads[k].length >= 2; k += FOUR) {
            int n = leads[k].length;
            int pad = Math.min(padding, n - 1);
            for (int j = 0; j < FOUR; j++) {
                x[j] = x[j].length == n + 2 * pad ? x[j] : new double[n + 2 * pad];
                y[j] = y[j].length == n + 2 * pad ? y[j] : new double[n + 2 * pad];
                pad(leads[k + j], pad, x[j]);
            }
            for (Biquad section : sections) {
                pass(x, y, section);
            }
            for (int j = 0; j < FOUR; j++) {
                filtered[k + j] = Arrays.copyOfRange(x[j], pad, pad + n);
            }
        }
        for (; k < leads.length; k++) {
            filtered[k] = filter(leads[k], padding, sections);
        }
        return filtered;
    }

    private static void pad(double[] samples, int pad, double[] padded) {
        int n = samples.length;
        System.arraycopy(samples, 0, padded, pad, n);
        for (int i = 1; i <= pad; i++) {
            padded[pad - i] = 2 * samples[0] - samples[i];
            padded[pad + n - 1 + i] = 2 * samples[n - 1] - samples[n - 1 - i];
        }
    }

    /** Four leads forward and backward, in place; {@code y} is room for what lies between. */
    private static void pass(double[][] x, double[][] y, Biquad section) {
        for (int j = 0; j < FOUR; j++) {
            ahead(x[j], y[j], section);
        }
        recur(y[0], y[1], y[2], y[3], section, 0, 1);
        for (int j = 0; j < FOUR; j++) {
            back(y[j], x[j], section);
        }
        recur(x[0], x[1], x[2], x[3], section, x[0].length - 1, -1);
    }

    /** What a section makes of its input alone, forward in time, from rest at the first sample. */
    private static void ahead(double[] x, double[] out, Biquad f) {
        double b0 = f.b0();
        double b1 = f.b1();
        double b2 = f.b2();
        out[0] = (b0 + b1 + b2) * x[0];
        out[1] = b0 * x[1] + (b1 + b2) * x[0];
        for (int n = 2; n < x.length; n++) {
            out[n] = b0 * x[n] + b1 * x[n - 1] + b2 * x[n - 2];
        }
    }

    /** The same backward in time, from rest at the last sample. */
    private static void back(double[] x, double[] out, Biquad f) {
        double b0 = f.b0();
        double b1 = f.b1();
        double b2 = f.b2();
        int last = x.length - 1;
        for (int n = 0; n < last - 1; n++) {
            out[n] = b0 * x[n] + b1 * x[n + 1] + b2 * x[n + 2];
        }
        out[last - 1] = b0 * x[last - 1] + (b1 + b2) * x[last];
        out[last] = (b0 + b1 + b2) * x[last];
    }

    /** Adds what a section makes of its own output, in place, from a sample at an end to the other. */
    private static void recur(double[] x, Biquad f, int first, int step) {
        double a1 = f.a1();
        double a2 = f.a2();
        double last = x[first] / (1 + a1 + a2);
        double before = last;
        for (int n = first, left = x.length; left > 0; left--, n += step) {
            double out = x[n] - a2 * before - a1 * last;
            before = last;
            last = out;
            x[n] = out;
        }
    }

    private static void recur(double[] a, double[] b, double[] c, double[] d, Biquad f, int first, int step) {
        double a1 = f.a1();
        double a2 = f.a2();
        double rest = 1 / (1 + a1 + a2);
        double lastA = a[first] * rest;
        double lastB = b[first] * rest;
        double lastC = c[first] * rest;
        double lastD = d[first] * rest;
        double beforeA = lastA;
        double beforeB = lastB;
        double beforeC = lastC;
        double beforeD = lastD;
        for (int n = first, left = a.length; left > 0; left--, n += step) {
            double outA = a[n] - a2 * beforeA - a1 * lastA;
            double outB = b[n] - a2 * beforeB - a1 * lastB;
            double outC = c[n] - a2 * beforeC - a1 * lastC;
            double outD = d[n] - a2 * beforeD - a1 * lastD;
            beforeA = lastA;
            beforeB = lastB;
            beforeC = lastC;
            beforeD = lastD;
            lastA = outA;
            lastB = outB;
            lastC = outC;
            lastD = outD;
            a[n] = outA;
            b[n] = outB;
            c[n] = outC;
            d[n] = outD;
        }
    }
}
