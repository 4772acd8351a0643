package org.ecgnet.triage.signal;

import java.util.Arrays;

/**
 * Runs filter sections forward and backward, so that no wave is delayed or bent by phase.
 *
 * <p>The ends are continued by odd reflection and every section starts in its steady state, which keeps a constant or a
 * slope at the ends from ringing.
 */
public final class ZeroPhase {

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
        double[] padded = padded(samples, pad);
        for (Biquad section : sections) {
            forward(padded, section);
            backward(padded, section);
        }
        return Arrays.copyOfRange(padded, pad, pad + n);
    }

    /**
     * Filtered copies of several leads of one length. Four run side by side: a recursive filter alone waits for its own last
     * result at every sample.
     *
     * @param padding samples of reflection at each end, cut to what there is
     */
    public static double[][] filter(double[][] leads, int padding, Biquad... sections) {
        double[][] filtered = new double[leads.length][];
        int k = 0;
        for (; k + 4 <= leads.length && leads[k].length >= 2; k += 4) {
            int n = leads[k].length;
            int pad = Math.min(padding, n - 1);
            double[] a = padded(leads[k], pad);
            double[] b = padded(leads[k + 1], pad);
            double[] c = padded(leads[k + 2], pad);
            double[] d = padded(leads[k + 3], pad);
            for (Biquad section : sections) {
                pass(a, b, c, d, section, 0, 1);
                pass(a, b, c, d, section, a.length - 1, -1);
            }
            filtered[k] = Arrays.copyOfRange(a, pad, pad + n);
            filtered[k + 1] = Arrays.copyOfRange(b, pad, pad + n);
            filtered[k + 2] = Arrays.copyOfRange(c, pad, pad + n);
            filtered[k + 3] = Arrays.copyOfRange(d, pad, pad + n);
        }
        for (; k < leads.length; k++) {
            filtered[k] = filter(leads[k], padding, sections);
        }
        return filtered;
    }

    private static double[] padded(double[] samples, int pad) {
        int n = samples.length;
        double[] padded = new double[n + 2 * pad];
        System.arraycopy(samples, 0, padded, pad, n);
        for (int i = 1; i <= pad; i++) {
            padded[pad - i] = 2 * samples[0] - samples[i];
            padded[pad + n - 1 + i] = 2 * samples[n - 1] - samples[n - 1 - i];
        }
        return padded;
    }

    /** One pass over four leads in place, from a sample at an end to the other. */
    private static void pass(double[] a, double[] b, double[] c, double[] d, Biquad f, int first, int step) {
        double b0 = f.b0();
        double b1 = f.b1();
        double b2 = f.b2();
        double a1 = f.a1();
        double a2 = f.a2();
        double rest = f.gainAtRest();
        double s1a = a[first] * rest - b0 * a[first];
        double s2a = b2 * a[first] - a2 * (a[first] * rest);
        double s1b = b[first] * rest - b0 * b[first];
        double s2b = b2 * b[first] - a2 * (b[first] * rest);
        double s1c = c[first] * rest - b0 * c[first];
        double s2c = b2 * c[first] - a2 * (c[first] * rest);
        double s1d = d[first] * rest - b0 * d[first];
        double s2d = b2 * d[first] - a2 * (d[first] * rest);
        for (int n = first, left = a.length; left > 0; left--, n += step) {
            double outA = b0 * a[n] + s1a;
            double outB = b0 * b[n] + s1b;
            double outC = b0 * c[n] + s1c;
            double outD = b0 * d[n] + s1d;
            s1a = b1 * a[n] - a1 * outA + s2a;
            s1b = b1 * b[n] - a1 * outB + s2b;
            s1c = b1 * c[n] - a1 * outC + s2c;
            s1d = b1 * d[n] - a1 * outD + s2d;
            s2a = b2 * a[n] - a2 * outA;
            s2b = b2 * b[n] - a2 * outB;
            s2c = b2 * c[n] - a2 * outC;
            s2d = b2 * d[n] - a2 * outD;
            a[n] = outA;
            b[n] = outB;
            c[n] = outC;
            d[n] = outD;
        }
    }

    private static void forward(double[] x, Biquad f) {
        double rest = x[0] * f.gainAtRest();
        double s1 = rest - f.b0() * x[0];
        double s2 = f.b2() * x[0] - f.a2() * rest;
        for (int n = 0; n < x.length; n++) {
            double in = x[n];
            double out = f.b0() * in + s1;
            s1 = f.b1() * in - f.a1() * out + s2;
            s2 = f.b2() * in - f.a2() * out;
            x[n] = out;
        }
    }

    private static void backward(double[] x, Biquad f) {
        int last = x.length - 1;
        double rest = x[last] * f.gainAtRest();
        double s1 = rest - f.b0() * x[last];
        double s2 = f.b2() * x[last] - f.a2() * rest;
        for (int n = last; n >= 0; n--) {
            double in = x[n];
            double out = f.b0() * in + s1;
            s1 = f.b1() * in - f.a1() * out + s2;
            s2 = f.b2() * in - f.a2() * out;
            x[n] = out;
        }
    }
}
