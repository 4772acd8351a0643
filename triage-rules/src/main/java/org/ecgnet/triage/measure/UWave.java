package org.ecgnet.triage.measure;

import java.util.EnumMap;
import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.signal.Smoothing;

/**
 * A positive wave behind T and before the next P.
 *
 * @param microvolts its height against the level at the QRS onset
 * @param tMicrovolts height of the T before it
 * @param endMillis where it has fallen to a quarter, from the QRS onset
 */
public record UWave(double microvolts, double tMicrovolts, double endMillis) {

    /** Earliest peak of T after the QRS. */
    private static final int T_FROM_MILLIS = 60;

    /** Peaks of T and U lie at least so far apart; two nearer ones are a notched T. */
    private static final int APART_MILLIS = 90;

    /** A wave whose peak is further behind that of T is a P that was not conducted. */
    private static final int FARTHEST_MILLIS = 210;

    /** No later than this is a wave still one of the beat before it. */
    private static final int LATEST_MILLIS = 600;

    /** The dip between T and U, as a share of the lower of the two. */
    private static final double DIP = 0.2;

    private static final int SMOOTH_MILLIS = 24;
    private static final double LEAST_MICROVOLTS = 50;

    /** The leads that have one. */
    public static Map<Lead, UWave> of(MeasuredEcg ecg) {
        Map<Lead, UWave> found = new EnumMap<>(Lead.class);
        if (ecg.medianBeat().isEmpty() || ecg.waves().isEmpty() || ecg.rhythm().meanRateBpm() == 0) {
            return found;
        }
        MedianBeat beat = ecg.medianBeat().get();
        Delineation waves = ecg.waves().get();
        double rr = 60_000 / ecg.rhythm().meanRateBpm();
        // the next P, or where it would stand, ends the search
        double pr = ecg.prMillis().orElse(200);
        double last = Math.min(LATEST_MILLIS, rr - pr - APART_MILLIS);
        for (int k = 0; k < beat.leads().size(); k++) {
            of(beat, beat.microvolts()[k], waves, last, found, beat.leads().get(k));
        }
        return found;
    }

    private static void of(
            MedianBeat beat, double[] raw, Delineation waves, double last, Map<Lead, UWave> found, Lead lead) {
        int on = Math.max(0, waves.qrsOn());
        double[] x = Smoothing.mean(raw, beat.rate().samplesIn(SMOOTH_MILLIS) | 1);
        double level = Smoothing.meanOf(raw, Math.max(0, on - beat.rate().samplesIn(12)), Math.max(1, on));
        int from = waves.qrsOff() + beat.rate().samplesIn(T_FROM_MILLIS);
        int to = Math.min(x.length - 2, on + beat.rate().samplesIn(last));
        int t = top(x, from, to, to);
        if (t < 0) {
            return;
        }
        int u = top(
                x,
                t + beat.rate().samplesIn(APART_MILLIS),
                Math.min(to, t + beat.rate().samplesIn(FARTHEST_MILLIS)),
                to);
        if (u < 0 || x[u] - level < LEAST_MICROVOLTS || x[t] - level < LEAST_MICROVOLTS / 2) {
            return;
        }
        double dip = x[t];
        for (int i = t; i <= u; i++) {
            dip = Math.min(dip, x[i]);
        }
        double lower = Math.min(x[t], x[u]) - level;
        if (dip - level > (1 - DIP) * lower) {
            return;
        }
        int end = u;
        while (end < x.length - 1 && x[end] - level > 0.25 * (x[u] - level)) {
            end++;
        }
        found.put(lead, new UWave(x[u] - level, x[t] - level, beat.rate().millisAt(end - on)));
    }

    /** The first top of a stretch from which the trace falls before {@code end}; -1 without one. */
    private static int top(double[] x, int from, int to, int end) {
        for (int i = Math.max(1, from); i < to; i++) {
            if (x[i] > x[i - 1] && x[i] >= x[i + 1] && higherThanWhatFollows(x, i, end)) {
                return i;
            }
        }
        return -1;
    }

    /** A ripple of noise does not fall by 10 microvolts before something higher comes. */
    private static boolean higherThanWhatFollows(double[] x, int i, int end) {
        int right = i;
        while (right < end && x[right] <= x[i] && x[i] - x[right] < 10) {
            right++;
        }
        return x[i] - x[right] >= 10;
    }
}
