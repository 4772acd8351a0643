package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * How alike the stretches before the QRS are from beat to beat, whatever their shape: sinus P waves come again, fibrillation
 * does not.
 *
 * <p>Each stretch is compared with the mean of the others, never with a mean it is part of, over all leads at once, each
 * divided by how much it differs from beat to beat: a loose electrode does not hide the P waves of the leads beside it.
 */
final class PReproducibility {

    private static final int LONGEST_MILLIS = 260;
    private static final int GUARD_MILLIS = 12;
    private static final int LEAST_MILLIS = 90;

    /** No lead is steadier than this, root mean square. */
    private static final double LEAST_MICROVOLTS = 5;

    /** A beat that differs so many times more than usual in a lead says nothing there: an electrode moved. */
    private static final double BURST = 5;

    private PReproducibility() {}

    /**
     * Median over the beats of the correlation of the stretch before a beat with the mean of the others; 0 when there are
     * fewer than three.
     *
     * @param cancelled all leads without QRS and T of the beats before
     * @param onset samples from R to the QRS onset, negative
     */
    static double of(LeadSignals cancelled, List<Beat> beats, int onset, double rrSamples) {
        SampleRate rate = cancelled.rate();
        int length = (int) Math.min(rate.samplesIn(LONGEST_MILLIS), 0.45 * rrSamples);
        if (length < rate.samplesIn(LEAST_MILLIS)) {
            return 0;
        }
        List<double[]> stretches = new ArrayList<>();
        for (int k = 1; k < beats.size(); k++) {
            int to = beats.get(k).r() + onset - rate.samplesIn(GUARD_MILLIS);
            boolean whole = to - length >= 0 && to <= cancelled.length();
            if (beats.get(k).usual() && whole) {
                stretches.add(stretch(cancelled, to - length, to));
            }
        }
        if (stretches.size() < 3) {
            return 0;
        }
        evenOut(stretches, cancelled.leads().size());
        double[] sum = new double[stretches.get(0).length];
        for (double[] one : stretches) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one[i];
            }
        }
        double[] alike = stretches.stream()
                .mapToDouble(one -> againstOthers(one, sum))
                .sorted()
                .toArray();
        return (alike[(alike.length - 1) / 2] + alike[alike.length / 2]) / 2;
    }

    /** Divides each lead by the middle of the beats' deviations from their median. */
    private static void evenOut(List<double[]> stretches, int leads) {
        int points = stretches.get(0).length / leads;
        double[] at = new double[stretches.size()];
        for (int lead = 0; lead < leads; lead++) {
            double[] deviation = new double[at.length];
            for (int i = lead * points; i < (lead + 1) * points; i++) {
                for (int k = 0; k < at.length; k++) {
                    at[k] = stretches.get(k)[i];
                }
                double median = Smoothing.median(at, 0, at.length);
                for (int k = 0; k < at.length; k++) {
                    deviation[k] += (at[k] - median) * (at[k] - median) / points;
                }
            }
            double usual = Smoothing.median(deviation, 0, deviation.length) + LEAST_MICROVOLTS * LEAST_MICROVOLTS;
            for (int k = 0; k < at.length; k++) {
                double weight = deviation[k] > BURST * BURST * usual ? 0 : 1 / Math.sqrt(usual);
                for (int i = lead * points; i < (lead + 1) * points; i++) {
                    stretches.get(k)[i] *= weight;
                }
            }
        }
    }

    private static double againstOthers(double[] one, double[] sum) {
        double[] others = new double[one.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = sum[i] - one[i];
        }
        return BeatClasses.correlation(one, others);
    }

    /** All leads one after the other, each less the straight line that fits it best. */
    private static double[] stretch(LeadSignals signals, int from, int to) {
        int step = Math.max(1, signals.rate().samplesIn(8));
        int points = (to - from) / step;
        double[][] leads = signals.microvolts();
        double[] out = new double[points * leads.length];
        for (int lead = 0; lead < leads.length; lead++) {
            double mean = 0;
            double slope = 0;
            double weight = 0;
            for (int i = 0; i < points; i++) {
                double value = 0;
                for (int k = 0; k < step; k++) {
                    value += leads[lead][from + i * step + k] / step;
                }
                out[lead * points + i] = value;
                double place = i - (points - 1) / 2.0;
                mean += value / points;
                slope += value * place;
                weight += place * place;
            }
            for (int i = 0; i < points; i++) {
                double place = i - (points - 1) / 2.0;
                out[lead * points + i] -= mean + (weight > 0 ? slope / weight : 0) * place;
            }
        }
        return out;
    }
}
