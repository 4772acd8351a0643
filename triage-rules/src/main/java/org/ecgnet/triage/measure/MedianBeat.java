package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;

/**
 * The median over the beats of one class, by lead: what is common to them, with noise and wander averaged out.
 *
 * @param leads in the order of {@code microvolts}
 * @param microvolts by lead and sample
 * @param r sample of R within it
 * @param beats how many beats went in
 */
public record MedianBeat(SampleRate rate, List<Lead> leads, double[][] microvolts, int r, int beats) {

    private static final int MOST_BEFORE_MILLIS = 400;
    private static final int MOST_AFTER_MILLIS = 640;

    /**
     * The median beat of these R samples.
     *
     * @param rrSamples usual distance of beats, which limits how far it reaches
     */
    static MedianBeat of(LeadSignals signals, int[] rSamples, double rrSamples) {
        SampleRate rate = signals.rate();
        int before = (int) Math.min(rate.samplesIn(MOST_BEFORE_MILLIS), 0.52 * rrSamples);
        int after = (int) Math.min(rate.samplesIn(MOST_AFTER_MILLIS), 0.8 * rrSamples);
        before = Math.max(before, rate.samplesIn(140));
        after = Math.max(after, rate.samplesIn(240));
        double[][] raw = signals.microvolts();
        int[] whole = whole(rSamples, before, after, signals.length());
        double[][] median = new double[raw.length][before + after];
        double[] column = new double[whole.length];
        for (int k = 0; k < raw.length; k++) {
            for (int i = 0; i < before + after; i++) {
                for (int b = 0; b < whole.length; b++) {
                    int at = Math.max(0, Math.min(raw[k].length - 1, whole[b] - before + i));
                    column[b] = raw[k][at];
                }
                median[k][i] = middle(column);
            }
        }
        return new MedianBeat(rate, signals.leads(), median, before, whole.length);
    }

    /** Beats that lie wholly inside, when there are three of them; else all. */
    private static int[] whole(int[] rSamples, int before, int after, int length) {
        int[] inside = Arrays.stream(rSamples)
                .filter(r -> r - before >= 0 && r + after <= length)
                .toArray();
        int[] kept = inside.length >= 3 || inside.length == rSamples.length || inside.length > 0 ? inside : rSamples;
        // a recording of half an hour needs no more beats than this for a quiet median
        return kept.length > 60 ? Arrays.copyOfRange(kept, 0, 60) : kept;
    }

    private static double middle(double[] column) {
        int n = column.length;
        for (int i = 1; i < n; i++) {
            double value = column[i];
            int j = i - 1;
            while (j >= 0 && column[j] > value) {
                column[j + 1] = column[j--];
            }
            column[j + 1] = value;
        }
        return n == 0 ? 0 : (column[(n - 1) / 2] + column[n / 2]) / 2;
    }

    /** Samples of each lead. */
    int length() {
        return microvolts.length == 0 ? 0 : microvolts[0].length;
    }
}
