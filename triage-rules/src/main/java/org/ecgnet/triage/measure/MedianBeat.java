package org.ecgnet.triage.measure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        double[][] median = new double[raw.length][];
        double[][] rows = new double[whole.length][before + after];
        for (int k = 0; k < raw.length; k++) {
            for (int b = 0; b < whole.length; b++) {
                copy(raw[k], whole[b] - before, rows[b]);
            }
            median[k] = middle(rows, before + after);
        }
        return new MedianBeat(rate, signals.leads(), median, before, whole.length);
    }

    /**
     * The levels of every lead when its waves are bounded so: by the engine, or by a physician's hand.
     *
     * @param waves samples of this beat
     */
    public Map<Lead, LeadLevels> levels(Delineation waves) {
        Map<Lead, LeadLevels> levels = new EnumMap<>(Lead.class);
        for (int k = 0; k < leads.size(); k++) {
            levels.put(leads.get(k), LeadMeasuring.of(this, k, waves));
        }
        return levels;
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

    /** A stretch of a lead; beyond its ends the first or last sample. */
    private static void copy(double[] x, int from, double[] row) {
        if (from >= 0 && from + row.length <= x.length) {
            System.arraycopy(x, from, row, 0, row.length);
            return;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = x[Math.max(0, Math.min(x.length - 1, from + i))];
        }
    }

    /**
     * The median of every column. The rows are sorted column by column all at once, by a network of comparisons that does
     * not depend on the values (Batcher's merge exchange; Knuth, volume 3, 5.2.2, algorithm M).
     */
    private static double[] middle(double[][] rows, int columns) {
        double[] median = new double[columns];
        int n = rows.length;
        if (n == 0) {
            return median;
        }
        int top = n < 2 ? 0 : Integer.highestOneBit(n - 1);
        for (int p = top; p > 0; p /= 2) {
            int q = top;
            int r = 0;
            int d = p;
            while (d > 0) {
                for (int i = 0; i < n - d; i++) {
                    if ((i & p) == r) {
                        order(rows[i], rows[i + d]);
                    }
                }
                d = q == p ? 0 : q - p;
                q /= 2;
                r = p;
            }
        }
        for (int i = 0; i < columns; i++) {
            median[i] = (rows[(n - 1) / 2][i] + rows[n / 2][i]) / 2;
        }
        return median;
    }

    private static void order(double[] low, double[] high) {
        for (int i = 0; i < low.length; i++) {
            double a = low[i];
            double b = high[i];
            low[i] = Math.min(a, b);
            high[i] = Math.max(a, b);
        }
    }

    /** Samples of each lead. */
    int length() {
        return microvolts.length == 0 ? 0 : microvolts[0].length;
    }
}
