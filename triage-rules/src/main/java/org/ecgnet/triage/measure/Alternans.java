package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * A wave that is high in one beat and low in the next, over and over, in one lead.
 *
 * @param microvolts difference of the two turns' means in the longest run that alternates
 * @param share the same as a share of the mean height in that run
 * @param rSamples the beats of that run
 */
public record Alternans(Lead lead, double microvolts, double share, List<Integer> rSamples) {

    private static final int LEVEL_MILLIS = 12;
    private static final int WINDOW_MILLIS = 24;

    /**
     * Beats of one turn are alike: they differ by no more than this share of what the two turns differ by. Noise goes up and
     * down by turns as well, but its highs are not alike.
     */
    private static final double MOST_SPREAD = 0.25;

    public Alternans {
        rSamples = List.copyOf(rSamples);
    }

    /** How T alternates, by lead; only where beats of one shape follow one another evenly. */
    public static List<Alternans> ofT(MeasuredEcg ecg) {
        return of(ecg, true);
    }

    /** How the QRS alternates, by lead. */
    public static List<Alternans> ofQrs(MeasuredEcg ecg) {
        return of(ecg, false);
    }

    private static List<Alternans> of(MeasuredEcg ecg, boolean t) {
        List<Alternans> found = new ArrayList<>();
        if (ecg.waves().isEmpty() || ecg.medianBeat().isEmpty()) {
            return found;
        }
        LeadSignals signals = ecg.signals();
        List<Integer> beats = ecg.beats().stream()
                .filter(beat -> beat.kind() != Beat.Kind.VENTRICULAR && beat.kind() != Beat.Kind.SUPRAVENTRICULAR)
                .map(Beat::anchor)
                .filter(r -> r > signals.rate().samplesIn(200)
                        && r < signals.length() - signals.rate().samplesIn(600))
                .toList();
        Delineation waves = ecg.waves().get();
        int r = ecg.medianBeat().get().r();
        for (int k = 0; k < signals.leads().size(); k++) {
            double[] x = signals.microvolts()[k];
            double[] heights = new double[Math.max(0, beats.size() - 1)];
            for (int b = 0; b < heights.length; b++) {
                int shift = beats.get(b) - r;
                heights[b] =
                        t ? tHeight(x, shift, beats.get(b + 1) - r, waves, signals.rate()) : qrsHeight(x, shift, waves);
            }
            longest(signals.leads().get(k), heights, beats).ifPresent(found::add);
        }
        return found;
    }

    /** Against the line from the level before this QRS to that before the next, so that breathing does not alternate. */
    private static double tHeight(double[] x, int shift, int next, Delineation waves, SampleRate rate) {
        int level = rate.samplesIn(LEVEL_MILLIS);
        int half = rate.samplesIn(WINDOW_MILLIS) / 2;
        int on = waves.qrsOn() + shift;
        int onNext = waves.qrsOn() + next;
        int peak = waves.tPeak().orElse(waves.qrsOff()) + shift;
        double here = meanOf(x, on - level, on);
        double there = meanOf(x, onNext - level, onNext);
        double share = onNext == on ? 0 : (double) (peak - on) / (onNext - on);
        return meanOf(x, peak - half, peak + half + 1) - here - share * (there - here);
    }

    private static double qrsHeight(double[] x, int shift, Delineation waves) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = Math.max(0, waves.qrsOn() + shift); i <= Math.min(x.length - 1, waves.qrsOff() + shift); i++) {
            low = Math.min(low, x[i]);
            high = Math.max(high, x[i]);
        }
        return Math.max(0, high - low);
    }

    private static double meanOf(double[] x, int from, int to) {
        int start = Math.max(0, Math.min(x.length - 1, from));
        return Smoothing.meanOf(x, start, Math.max(start + 1, Math.min(x.length, to)));
    }

    /** The longest run in which every step is against the one before, and of them the greatest steps. */
    static Optional<Alternans> longest(Lead lead, double[] heights, List<Integer> beats) {
        List<Alternans> runs = new ArrayList<>();
        int start = 0;
        for (int b = 1; b <= heights.length; b++) {
            boolean goesOn = b < heights.length
                    && (b - start < 2 || (heights[b] - heights[b - 1]) * (heights[b - 1] - heights[b - 2]) < 0);
            if (!goesOn) {
                if (b - start >= 3) {
                    runs.add(run(lead, heights, beats, start, b));
                }
                start = b - 1;
            }
        }
        return runs.stream()
                .filter(run -> run.microvolts > 0)
                .max(Comparator.comparingInt((Alternans run) -> run.rSamples.size())
                        .thenComparingDouble(Alternans::microvolts));
    }

    private static Alternans run(Lead lead, double[] heights, List<Integer> beats, int from, int to) {
        double[] mean = new double[2];
        int[] count = new int[2];
        for (int b = from; b < to; b++) {
            mean[b % 2] += heights[b];
            count[b % 2]++;
        }
        mean[0] /= count[0];
        mean[1] /= count[1];
        double difference = Math.abs(mean[0] - mean[1]);
        double squares = 0;
        for (int b = from; b < to; b++) {
            squares += (heights[b] - mean[b % 2]) * (heights[b] - mean[b % 2]);
        }
        double level = Math.abs(mean[0] + mean[1]) / 2;
        boolean alike = Math.sqrt(squares / (to - from)) <= MOST_SPREAD * difference;
        return new Alternans(
                lead, alike ? difference : 0, alike && level > 0 ? difference / level : 0, beats.subList(from, to));
    }
}
