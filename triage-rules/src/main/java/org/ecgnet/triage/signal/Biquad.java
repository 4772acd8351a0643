package org.ecgnet.triage.signal;

import org.ecgnet.ecg.SampleRate;

/**
 * A second-order filter section, {@code y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2]}.
 *
 * <p>Butterworth of order 2 by the bilinear transform with pre-warped cutoff (Oppenheim and Schafer, Discrete-Time
 * Signal Processing, section 7.1).
 */
public record Biquad(double b0, double b1, double b2, double a1, double a2) {

    /** @param cutoffHertz -3 dB, above 0; at 0.45 of the sampling rate or above it is taken as 0.45 of it */
    public static Biquad lowPass(SampleRate rate, double cutoffHertz) {
        double k = warped(rate, cutoffHertz);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        return new Biquad(
                k * k * norm,
                2 * k * k * norm,
                k * k * norm,
                2 * (k * k - 1) * norm,
                (1 - Math.sqrt(2) * k + k * k) * norm);
    }

    /** @param cutoffHertz -3 dB, above 0; at 0.45 of the sampling rate or above it is taken as 0.45 of it */
    public static Biquad highPass(SampleRate rate, double cutoffHertz) {
        double k = warped(rate, cutoffHertz);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        return new Biquad(norm, -2 * norm, norm, 2 * (k * k - 1) * norm, (1 - Math.sqrt(2) * k + k * k) * norm);
    }

    private static double warped(SampleRate rate, double cutoffHertz) {
        if (!(cutoffHertz > 0)) {
            throw new IllegalArgumentException("cutoffHertz: " + cutoffHertz + " (expected: above 0)");
        }
        return Math.tan(Math.PI * Math.min(cutoffHertz, 0.45 * rate.hertz()) / rate.hertz());
    }
}
