package org.ecgnet.triage.measure;

import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/** Features of one lead over a few seconds that tell fibrillation from organised rhythm. */
final class FibrillationFeatures {

    private static final double BIAS = 9.58;
    private static final double LEAKAGE = -15.04;
    private static final double ABOVE = 3.87;
    private static final double KURTOSIS = 2.49;
    private static final double SLOPES = -6.27;
    private static final double FREQUENCY = 0.813;
    private static final double OFF_FREQUENCY = -6.42;
    private static final double AUTOCORRELATION = 3.64;

    private static final double MOST_AUTOCORRELATION = 1;

    /** So many slopes a second show their distribution below 30 Hz. */
    private static final int LEAST_SLOPES = 125;

    /** Below this probability even with the largest autocorrelation a stretch is organised. */
    private static final double EXCLUDED = 0.02;

    private FibrillationFeatures() {}

    /**
     * Features in this order: VF-filter leakage (Kuo and Dillman 1978), share of samples above 0.2 of the
     * maximum, logarithm of kurtosis, logarithm of the 95th to 50th percentile of slope, dominant frequency in hertz,
     * largest autocorrelation at 100 to 400 ms, root mean square in microvolts. The autocorrelation, by far the dearest, is
     * left at its largest possible value where the others exclude fibrillation whatever it is.
     */
    static double[] of(double[] x, int from, int to, SampleRate rate) {
        int n = to - from;
        double sum = 0;
        double sumSlope = 0;
        double largest = 0;
        double square = 0;
        double fourth = 0;
        int step = Math.max(1, rate.hertz() / LEAST_SLOPES);
        double[] slope = new double[(n - 2) / step + 1];
        for (int i = from; i < to; i++) {
            double size = Math.abs(x[i]);
            double power = size * size;
            sum += size;
            largest = size > largest ? size : largest;
            square += power;
            fourth += power * power;
            if (i > from) {
                double change = Math.abs(x[i] - x[i - 1]);
                sumSlope += change;
                if ((i - from - 1) % step == 0) {
                    slope[(i - from - 1) / step] = change;
                }
            }
        }
        if (square == 0 || sumSlope == 0) {
            return new double[] {1, 0, 5, 5, 0, 0, 0};
        }
        int period = (int) Math.max(2, Math.round(2 * Math.PI * sum / sumSlope));
        double leak = 0;
        double leakOf = 0;
        for (int i = from + period / 2; i < to; i++) {
            leak += Math.abs(x[i] + x[i - period / 2]);
            leakOf += Math.abs(x[i]) + Math.abs(x[i - period / 2]);
        }
        int above = 0;
        double high = 0.2 * largest;
        for (int i = from; i < to; i++) {
            above += Math.abs(x[i]) > high ? 1 : 0;
        }
        double[] slopes = Smoothing.quantiles(slope, 0.5, 0.95);
        double p50 = slopes[0];
        double p95 = slopes[1];
        double[] features = {
            leak / Math.max(leakOf, 1e-9),
            (double) above / n,
            Math.log(fourth * n / (square * square)),
            Math.log(p95 / Math.max(p50, p95 / 1000 + 1e-9)),
            rate.hertz() / (double) period,
            MOST_AUTOCORRELATION,
            Math.sqrt(square / n)
        };
        if (probability(features) >= EXCLUDED) {
            features[5] = autocorrelation(x, from, to, rate);
        }
        return features;
    }

    private static double autocorrelation(double[] x, int from, int to, SampleRate rate) {
        int step = Math.max(1, rate.samplesIn(8));
        double best = -1;
        for (int lag = rate.samplesIn(100); lag <= rate.samplesIn(400); lag += step) {
            best = Math.max(best, correlation(x, from + lag, to, lag, step));
        }
        return best;
    }

    /** Four products side by side: a single running sum waits for itself. */
    private static double correlation(double[] x, int from, int to, int lag, int step) {
        double ab0 = 0;
        double ab1 = 0;
        double aa0 = 0;
        double aa1 = 0;
        double bb0 = 0;
        double bb1 = 0;
        int i = from;
        for (; i + step < to; i += 2 * step) {
            double a = x[i];
            double b = x[i - lag];
            double c = x[i + step];
            double d = x[i + step - lag];
            ab0 += a * b;
            ab1 += c * d;
            aa0 += a * a;
            aa1 += c * c;
            bb0 += b * b;
            bb1 += d * d;
        }
        for (; i < to; i += step) {
            ab0 += x[i] * x[i - lag];
            aa0 += x[i] * x[i];
            bb0 += x[i - lag] * x[i - lag];
        }
        return (ab0 + ab1) / Math.sqrt((aa0 + aa1) * (bb0 + bb1) + 1e-9);
    }

    /**
     * Probability of fibrillation or flutter: a logistic regression on the features above, fitted with the VF, flutter,
     * normal and other stretches of the eleven VFDB records (Greenwald 1986) in this project's development folder and
     * its 12-lead recordings as negatives; VT and noise were left out of the fit.
     */
    static double probability(double[] f) {
        double sum = BIAS
                + LEAKAGE * f[0]
                + ABOVE * f[1]
                + KURTOSIS * f[2]
                + SLOPES * f[3]
                + FREQUENCY * Math.min(f[4], 12)
                + OFF_FREQUENCY * (f[4] - 4.5) * (f[4] - 4.5) / 10
                + AUTOCORRELATION * f[5];
        return 1 / (1 + Math.exp(-sum));
    }
}
