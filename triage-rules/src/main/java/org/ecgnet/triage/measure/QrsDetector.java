package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.Smoothing;
import org.ecgnet.triage.signal.ZeroPhase;

/**
 * Finds QRS complexes in all leads together, whatever their number.
 *
 * <p>Slopes of the 5-22 Hz band (Pan and Tompkins 1985; Elgendi 2013 for the band) are summed over the leads, each
 * weighted by how far its complexes stand out of its own noise in the seconds around; peaks of that sum above a share of
 * the local level are complexes. A second look at half the threshold fills gaps of 1.66 RR, and a smaller, flatter peak
 * within 360 ms of a complex is its T wave (Hamilton and Tompkins 1986). What is below {@value #FLOOR_MICROVOLTS} uV
 * peak to peak in every lead is no complex, so that noise in an asystole is not one.
 */
public final class QrsDetector {

    /** Least peak-to-peak size in the 5-22 Hz band of the largest lead; chosen on recordings of wrong gain. */
    public static final double FLOOR_MICROVOLTS = 60;

    private static final double THRESHOLD = 0.31;
    private static final double SECOND_LOOK = 0.5;
    private static final double SECOND_LOOK_AFTER = 1.66;
    private static final int REFRACTORY_MILLIS = 190;
    private static final int T_WAVE_MILLIS = 360;
    private static final double ROUND = 0.6;
    private static final int AROUND_SECONDS = 5;

    private final SampleRate rate;
    private final double[][] band;
    private final double[] energy;
    private final double[] level;
    private final double[] magnitude;

    private QrsDetector(LeadSignals signals) {
        this.rate = signals.rate();
        double[][] raw = signals.microvolts();
        int n = signals.length();
        this.band = new double[raw.length][];
        this.magnitude = new double[n];
        double[] sum = new double[n];
        Biquad high = Biquad.highPass(rate, 5);
        Biquad low = Biquad.lowPass(rate, 22);
        for (int k = 0; k < raw.length; k++) {
            band[k] = ZeroPhase.filter(raw[k], rate.hertz(), high, low);
            addWeighted(band[k], sum, magnitude);
        }
        double[] smooth = Smoothing.mean(sum, rate.samplesIn(90));
        for (int i = 0; i < n; i++) {
            smooth[i] = Math.sqrt(smooth[i]);
        }
        this.energy = smooth;
        this.level = localLevel(smooth, 0.75, true);
    }

    /** Samples of the complexes, ascending, at the largest deflection over all leads. */
    public static int[] detect(LeadSignals independentLeads) {
        if (independentLeads.leads().isEmpty()
                || independentLeads.length() < independentLeads.rate().hertz() / 2) {
            return new int[0];
        }
        return new QrsDetector(independentLeads).complexes();
    }

    private int[] complexes() {
        int[] peaks = peaks();
        int[] found = pick(peaks, THRESHOLD);
        found = withoutTWaves(found);
        found = secondLook(found, peaks);
        for (int k = 0; k < found.length; k++) {
            found[k] = largestDeflection(found[k]);
        }
        return Arrays.stream(found).distinct().sorted().toArray();
    }

    private void addWeighted(double[] x, double[] sum, double[] size) {
        int n = x.length;
        double[] slope = new double[n];
        for (int i = 1; i < n - 1; i++) {
            slope[i] = Math.abs(x[i + 1] - x[i - 1]) * rate.hertz() / 2000.0;
        }
        double[] smooth = Smoothing.mean(slope, rate.samplesIn(40));
        double[] peak = localLevel(smooth, 0.75, true);
        double[] rest = localLevel(smooth, 0.5, false);
        for (int i = 0; i < n; i++) {
            int second = Math.min(peak.length - 1, i / rate.hertz());
            double top = Math.max(peak[second], 0.5);
            double stands = Math.max(0.1, Math.min(1, (top / Math.max(rest[second], 0.05) - 1.5) / 6));
            double weight = stands / top;
            sum[i] += weight * weight * slope[i] * slope[i];
            size[i] += weight * Math.abs(x[i]);
        }
    }

    /** A quantile over the seconds around each second, of the seconds' maxima or medians. */
    private double[] localLevel(double[] x, double quantile, boolean maxima) {
        int seconds = Math.max(1, x.length / rate.hertz());
        double[] of = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            int from = s * rate.hertz();
            int to = s == seconds - 1 ? x.length : from + rate.hertz();
            of[s] = maxima ? Smoothing.largest(x, from, to) : Smoothing.median(x, from, to);
        }
        double[] local = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            int from = Math.max(0, Math.min(s - AROUND_SECONDS, seconds - 2 * AROUND_SECONDS));
            int to = Math.min(seconds, Math.max(s + AROUND_SECONDS + 1, 2 * AROUND_SECONDS));
            local[s] = Smoothing.quantile(of, from, to, quantile);
        }
        return local;
    }

    private double levelAt(int sample) {
        return level[Math.min(level.length - 1, sample / rate.hertz())];
    }

    private int[] peaks() {
        int[] peaks = new int[energy.length];
        int count = 0;
        for (int i = 1; i < energy.length - 1; i++) {
            boolean top = energy[i] >= energy[i - 1] && energy[i] > energy[i + 1];
            if (top && energy[i] > SECOND_LOOK * THRESHOLD * levelAt(i) && largeEnough(i)) {
                peaks[count++] = i;
            }
        }
        return Arrays.copyOf(peaks, count);
    }

    private boolean largeEnough(int at) {
        int reach = rate.samplesIn(60);
        int from = Math.max(0, at - reach);
        int to = Math.min(energy.length, at + reach);
        for (double[] lead : band) {
            double low = 0;
            double high = 0;
            for (int i = from; i < to; i++) {
                low = Math.min(low, lead[i]);
                high = Math.max(high, lead[i]);
            }
            if (high - low >= FLOOR_MICROVOLTS) {
                return true;
            }
        }
        return false;
    }

    private int[] pick(int[] peaks, double share) {
        int[] kept = new int[peaks.length];
        int count = 0;
        int apart = rate.samplesIn(REFRACTORY_MILLIS);
        for (int peak : peaks) {
            if (energy[peak] < share * levelAt(peak)) {
                continue;
            }
            if (count > 0 && peak - kept[count - 1] < apart) {
                if (energy[peak] > energy[kept[count - 1]]) {
                    kept[count - 1] = peak;
                }
            } else {
                kept[count++] = peak;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private int[] withoutTWaves(int[] found) {
        int[] kept = new int[found.length];
        int count = 0;
        for (int peak : found) {
            boolean near = count > 0 && peak - kept[count - 1] < rate.samplesIn(T_WAVE_MILLIS);
            if (near && likeTWave(peak, kept[count - 1])) {
                continue;
            }
            kept[count++] = peak;
        }
        return Arrays.copyOf(kept, count);
    }

    /** Much smaller than the complex before it, or much rounder. */
    private boolean likeTWave(int peak, int complex) {
        return energy[peak] < 0.5 * energy[complex] || sharpness(peak) < ROUND * sharpness(complex);
    }

    /** Largest second difference over 8 ms around a peak, all leads together. */
    private double sharpness(int at) {
        int reach = rate.samplesIn(60);
        int step = Math.max(1, rate.samplesIn(8));
        double sum = 0;
        for (double[] lead : band) {
            double most = 0;
            for (int i = Math.max(step, at - reach); i < Math.min(lead.length - step, at + reach); i++) {
                most = Math.max(most, Math.abs(lead[i + step] - 2 * lead[i] + lead[i - step]));
            }
            sum += most * most;
        }
        return Math.sqrt(sum);
    }

    private int[] secondLook(int[] found, int[] peaks) {
        if (found.length < 3) {
            return found;
        }
        double[] rr = new double[found.length - 1];
        for (int k = 0; k < rr.length; k++) {
            rr[k] = found[k + 1] - found[k];
        }
        int[] all = found.clone();
        for (int k = 0; k < rr.length; k++) {
            double usual = Smoothing.median(rr, Math.max(0, k - 5), Math.min(rr.length, k + 6));
            if (rr[k] > SECOND_LOOK_AFTER * usual) {
                int best = best(
                        peaks,
                        found[k] + rate.samplesIn(T_WAVE_MILLIS),
                        found[k + 1] - rate.samplesIn(REFRACTORY_MILLIS));
                if (best >= 0) {
                    all = Arrays.copyOf(all, all.length + 1);
                    all[all.length - 1] = best;
                }
            }
        }
        Arrays.sort(all);
        return all;
    }

    private int best(int[] peaks, int from, int to) {
        int best = -1;
        for (int peak : peaks) {
            if (peak >= from && peak <= to && (best < 0 || energy[peak] > energy[best])) {
                best = peak;
            }
        }
        return best;
    }

    private int largestDeflection(int at) {
        int reach = rate.samplesIn(70);
        int best = at;
        for (int i = Math.max(0, at - reach); i < Math.min(magnitude.length, at + reach); i++) {
            best = magnitude[i] > magnitude[best] ? i : best;
        }
        return best;
    }
}
