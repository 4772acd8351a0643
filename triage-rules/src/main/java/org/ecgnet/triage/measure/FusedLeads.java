package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.triage.signal.Smoothing;

/**
 * All leads together: each weighted by how far its complexes stand out of what lies between them, in the seconds
 * around.
 *
 * <p>The weight of a lead is the squared ratio of the beats' amplitude to that of the largest deflection between two
 * beats, less one: an energy detector's best weight for independent noise, bounded so that no clean lead decides alone.
 */
final class FusedLeads {

    /** Beats on either side that say what is usual around a beat. */
    static final int AROUND_BEATS = 8;

    private static final int AROUND_SECONDS = 5;
    private static final double MOST_RATIO = 12;
    private static final double LEAST_ENERGY = 25;
    private static final double GAP_QUANTILE = 0.3;
    private static final int GUARD_MILLIS = 150;
    private static final int QRS_MILLIS = 60;

    /** An energy averaged over a QRS is known from every fourth sample. */
    private static final int EVERY = 4;

    private final QrsBand band;
    private final double[] amplitude;
    private int[] beats = new int[0];
    private double[][] weights = new double[0][];
    private double[] beatLevel = new double[0];
    private double[] gapLevel = new double[0];

    /** Before any beat is known: leads weighted by the seconds' largest energy against the medians. */
    FusedLeads(QrsBand band) {
        this.band = band;
        this.amplitude = new double[band.length()];
        int hertz = band.rate().hertz();
        for (double[] energy : band.energy()) {
            double[] peak = bySeconds(energy, true, 0.75);
            double[] rest = bySeconds(energy, false, 0.5);
            for (int s = 0; s < peak.length; s++) {
                double top = Math.max(Math.sqrt(peak[s]), Math.sqrt(LEAST_ENERGY));
                double stands = (top / Math.max(Math.sqrt(rest[s]), 0.5) - 1.5) / 6;
                double weight = Math.max(0.1, Math.min(1, stands)) / top;
                int to = s == peak.length - 1 ? energy.length : (s + 1) * hertz;
                for (int i = s * hertz; i < to; i++) {
                    amplitude[i] += weight * weight * energy[i];
                }
            }
        }
        root();
    }

    /** Weighs the leads anew after these beats, of which there is at least one; a usual beat's amplitude becomes about 1. */
    void weigh(int[] found) {
        beats = found;
        int m = found.length;
        int leads = band.leads();
        double[] own = new double[m];
        double[] gap = new double[m];
        double[][] beat = new double[leads][m];
        double[][] between = new double[leads][m];
        for (int k = 0; k < leads; k++) {
            largest(band.energy()[k], own, gap);
            usual(own, 0.5, beat[k]);
            usual(gap, 0.5, between[k]);
        }
        weights = new double[leads][m];
        Arrays.fill(amplitude, 0);
        for (int b = 0; b < m; b++) {
            weigh(b, beat, between);
        }
        root();
        beatLevel = new double[m];
        gapLevel = new double[m];
        largest(amplitude, own, gap);
        usual(own, 0.5, beatLevel);
        // low, because a beat not found yet lies between two that are
        usual(gap, GAP_QUANTILE, gapLevel);
    }

    private void weigh(int b, double[][] beat, double[][] between) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double ratio = Math.sqrt(beat[k][b] / Math.max(between[k][b], LEAST_ENERGY));
            double over = Math.max(0, Math.min(ratio, MOST_RATIO) - 1);
            weights[k][b] = over * over + 1e-6;
            sum += weights[k][b];
        }
        int from = b == 0 ? 0 : (beats[b - 1] + beats[b]) / 2;
        int to = b == beats.length - 1 ? amplitude.length : (beats[b] + beats[b + 1]) / 2;
        for (int k = 0; k < weights.length; k++) {
            weights[k][b] /= sum * Math.max(beat[k][b], LEAST_ENERGY);
            double[] energy = band.energy()[k];
            for (int i = from; i < to; i++) {
                amplitude[i] += weights[k][b] * energy[i];
            }
        }
    }

    private void root() {
        for (int i = 0; i < amplitude.length; i++) {
            amplitude[i] = Math.sqrt(amplitude[i]);
        }
    }

    /** By beat: the largest value at it and the largest between it and the next; -1 where they touch. */
    private void largest(double[] x, double[] own, double[] gap) {
        int guard = band.rate().samplesIn(GUARD_MILLIS);
        int half = band.rate().samplesIn(QRS_MILLIS);
        for (int b = 0; b < beats.length; b++) {
            own[b] = Smoothing.largest(x, Math.max(0, beats[b] - half), Math.min(x.length, beats[b] + half + 1));
            int from = beats[b] + guard;
            int to = (b + 1 < beats.length ? beats[b + 1] : x.length) - guard;
            gap[b] = to > from ? Smoothing.largest(x, from, to) : -1;
        }
    }

    /** The quantile of the values of the beats around each; those below 0 do not count. */
    private static void usual(double[] x, double quantile, double[] out) {
        double[] around = new double[2 * AROUND_BEATS + 1];
        for (int b = 0; b < x.length; b++) {
            int count = 0;
            int from = Math.max(0, Math.min(b - AROUND_BEATS, x.length - around.length));
            int to = Math.min(x.length, from + around.length);
            for (int j = from; j < to; j++) {
                if (x[j] >= 0) {
                    around[count++] = x[j];
                }
            }
            out[b] = Smoothing.select(around, count, quantile);
        }
    }

    /** What is usual in the seconds around each second, of the seconds' maxima or medians. */
    private double[] bySeconds(double[] x, boolean maxima, double quantile) {
        int hertz = band.rate().hertz();
        int seconds = Math.max(1, x.length / hertz);
        double[] of = new double[seconds];
        double[] some = new double[(2 * hertz) / EVERY + 1];
        for (int s = 0; s < seconds; s++) {
            int to = s == seconds - 1 ? x.length : (s + 1) * hertz;
            of[s] = maxima ? Smoothing.largest(x, s * hertz, to) : middle(x, s * hertz, to, some);
        }
        double[] local = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            int from = Math.max(0, Math.min(s - AROUND_SECONDS, seconds - 2 * AROUND_SECONDS));
            int to = Math.min(seconds, Math.max(s + AROUND_SECONDS + 1, 2 * AROUND_SECONDS));
            local[s] = Smoothing.quantile(of, from, to, quantile);
        }
        return local;
    }

    /** The median of a stretch of at most two seconds. */
    private static double middle(double[] x, int from, int to, double[] some) {
        int count = 0;
        for (int i = from; i < to; i += EVERY) {
            some[count++] = x[i];
        }
        return Smoothing.select(some, count, 0.5);
    }

    /** The amplitude that three in four of the seconds around each second stay below, by second. */
    double[] levelBySecond() {
        return bySeconds(amplitude, true, 0.75);
    }

    /** Shared; root of the weighted energy, by sample. */
    double[] amplitude() {
        return amplitude;
    }

    /** The largest amplitude within 40 ms. */
    double amplitudeAt(int sample) {
        int half = band.rate().samplesIn(40);
        return Smoothing.largest(amplitude, Math.max(0, sample - half), Math.min(amplitude.length, sample + half + 1));
    }

    /** The place in the beats last weighed of the one nearest to a sample. */
    int nearest(int sample) {
        int at = Arrays.binarySearch(beats, sample);
        if (at >= 0) {
            return at;
        }
        int after = -at - 1;
        boolean before = after == beats.length || after > 0 && sample - beats[after - 1] < beats[after] - sample;
        return before ? after - 1 : after;
    }

    /** The beats last weighed. */
    int[] beats() {
        return beats;
    }

    /** What a lead counts in sums of squares around a beat. */
    double weight(int lead, int beat) {
        return weights[lead][beat];
    }

    /** Usual amplitude of the beats around a beat. */
    double beatLevel(int beat) {
        return beatLevel[beat];
    }

    /** Usual amplitude of the largest deflection between the beats around a beat. */
    double gapLevel(int beat) {
        return gapLevel[beat];
    }
}
