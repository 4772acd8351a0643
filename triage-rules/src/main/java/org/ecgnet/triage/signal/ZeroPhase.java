package org.ecgnet.triage.signal;

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
        double[] padded = new double[n + 2 * pad];
        System.arraycopy(samples, 0, padded, pad, n);
        for (int i = 1; i <= pad; i++) {
            padded[pad - i] = 2 * samples[0] - samples[i];
            padded[pad + n - 1 + i] = 2 * samples[n - 1] - samples[n - 1 - i];
        }
        for (Biquad section : sections) {
            forward(padded, section);
            backward(padded, section);
        }
        double[] filtered = new double[n];
        System.arraycopy(padded, pad, filtered, 0, n);
        return filtered;
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
