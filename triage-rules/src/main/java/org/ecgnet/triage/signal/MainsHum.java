package org.ecgnet.triage.signal;

import java.util.Arrays;
import org.ecgnet.ecg.SampleRate;

/**
 * Finds mains interference between 47 and 63 Hz and subtracts it as a sinusoid of slowly changing amplitude and phase.
 *
 * <p>A sinusoid that is subtracted cannot ring after a steep QRS as a notch does (SIGNALS section 6). Amplitude and
 * phase are estimated over {@value #WINDOW_SECONDS} s around each sample from the quieter samples only, so that a QRS
 * does not move them.
 */
public final class MainsHum {

    /** Below this amplitude hum is left alone: it moves no measurement. */
    public static final double LEAST_MICROVOLTS = 4;

    private static final double WINDOW_SECONDS = 1.0;
    private static final double FROM_HERTZ = 47;
    private static final double TO_HERTZ = 63;

    private MainsHum() {}

    /**
     * Frequency and amplitude of the strongest line.
     *
     * @param microvolts 0 when there is none that stands out
     */
    public record Line(double hertz, double microvolts) {
        static final Line NONE = new Line(50, 0);
    }

    /** The strongest mains line of a lead; amplitude 0 where nothing stands out in the first two seconds. */
    public static Line find(double[] samples, SampleRate rate) {
        if (rate.hertz() < 2.2 * TO_HERTZ || samples.length < 2 * rate.hertz()) {
            return Line.NONE;
        }
        int coarse = 2 * rate.hertz();
        double step = 0.25;
        double[] coefficient = new double[(int) ((TO_HERTZ - FROM_HERTZ) / step) + 1];
        for (int k = 0; k < coefficient.length; k++) {
            coefficient[k] = 2 * Math.cos(2 * Math.PI * (FROM_HERTZ + k * step) / rate.hertz());
        }
        double[] amplitude = new double[coefficient.length];
        amplitudes(clippedAbove(40, Arrays.copyOf(samples, coarse), rate), coarse, coefficient, amplitude);
        int best = 0;
        for (int k = 0; k < amplitude.length; k++) {
            best = amplitude[k] > amplitude[best] ? k : best;
        }
        double floor = Smoothing.median(amplitude, 0, amplitude.length);
        if (amplitude[best] < LEAST_MICROVOLTS || amplitude[best] < 4 * floor) {
            return Line.NONE;
        }
        return refine(clippedAbove(40, samples, rate), FROM_HERTZ + best * step, step, rate);
    }

    /** The line at a known frequency as it is in another lead; amplitude 0 when too small to matter. */
    public static Line at(double hertz, double[] samples, SampleRate rate) {
        double[] high = clippedAbove(40, samples, rate);
        double amplitude = amplitude(high, high.length, hertz / rate.hertz());
        return new Line(hertz, amplitude < LEAST_MICROVOLTS ? 0 : amplitude);
    }

    private static double[] clippedAbove(double hertz, double[] samples, SampleRate rate) {
        double[] high = ZeroPhase.filter(samples, rate.hertz() / 4, Biquad.highPass(rate, hertz));
        double limit = 3 * Smoothing.usualSize(high);
        for (int n = 0; n < high.length; n++) {
            high[n] = Math.max(-limit, Math.min(limit, high[n]));
        }
        return high;
    }

    /** The samples without the line. */
    public static double[] subtract(double[] samples, Line line, SampleRate rate) {
        if (line.microvolts() == 0) {
            return samples;
        }
        int n = samples.length;
        double[] high = ZeroPhase.filter(samples, rate.hertz() / 4, Biquad.highPass(rate, 30));
        double limit = 3 * Smoothing.usualSize(high);
        double omega = 2 * Math.PI * line.hertz() / rate.hertz();
        double[] cosine = new double[n];
        double[] sine = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.abs(high[i]) > limit ? 0 : high[i];
            cosine[i] = x * Math.cos(omega * i);
            sine[i] = x * Math.sin(omega * i);
        }
        int width = (int) (WINDOW_SECONDS * rate.hertz());
        double[] used = new double[n];
        for (int i = 0; i < n; i++) {
            used[i] = Math.abs(high[i]) > limit ? 0 : 1;
        }
        double[] weight = Smoothing.mean(used, width);
        double[] c = Smoothing.mean(cosine, width);
        double[] s = Smoothing.mean(sine, width);
        // what the 30-Hz high pass, run twice, left of a line at this frequency
        double ratio = Math.pow(line.hertz() / 30, 4);
        double gain = ratio / (1 + ratio);
        double[] clean = new double[n];
        for (int i = 0; i < n; i++) {
            double w = Math.max(weight[i], 0.2) * gain;
            clean[i] = samples[i] - 2 / w * (c[i] * Math.cos(omega * i) + s[i] * Math.sin(omega * i));
        }
        return clean;
    }

    private static Line refine(double[] high, double around, double step, SampleRate rate) {
        double best = around;
        double most = 0;
        for (double f = around - step; f <= around + step; f += step / 10) {
            double amplitude = amplitude(high, high.length, f / rate.hertz());
            if (amplitude > most) {
                most = amplitude;
                best = f;
            }
        }
        return new Line(best, most);
    }

    /**
     * Amplitudes at many frequencies (Goertzel 1958), all of them sample by sample: one frequency alone waits for its own
     * last result.
     */
    private static void amplitudes(double[] x, int length, double[] coefficient, double[] amplitude) {
        int lines = coefficient.length;
        double[] s1 = new double[lines];
        double[] s2 = new double[lines];
        for (int n = 0; n < length; n++) {
            double in = x[n];
            for (int k = 0; k < lines; k++) {
                double s = in + coefficient[k] * s1[k] - s2[k];
                s2[k] = s1[k];
                s1[k] = s;
            }
        }
        for (int k = 0; k < lines; k++) {
            double square = s1[k] * s1[k] + s2[k] * s2[k] - coefficient[k] * s1[k] * s2[k];
            amplitude[k] = 2 * Math.sqrt(Math.max(0, square)) / length;
        }
    }

    private static double amplitude(double[] x, int length, double cyclesPerSample) {
        double omega = 2 * Math.PI * cyclesPerSample;
        double k = 2 * Math.cos(omega);
        double s1 = 0;
        double s2 = 0;
        for (int n = 0; n < length; n++) {
            double s = x[n] + k * s1 - s2;
            s2 = s1;
            s1 = s;
        }
        return 2 * Math.sqrt(Math.max(0, s1 * s1 + s2 * s2 - k * s1 * s2)) / length;
    }
}
