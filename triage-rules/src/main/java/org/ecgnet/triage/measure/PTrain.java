package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Finds P waves wherever they stand, led by no QRS: humps of one shape in what is left without the ventricles.
 *
 * <p>The shape that most humps share in all leads is taken for P. What hides in a QRS is not found.
 */
final class PTrain {

    private static final int HALF_MILLIS = 60;
    private static final int APART_MILLIS = 200;
    private static final int SMOOTH_MILLIS = 70;

    /** A hump this much above the middle of all is looked at. */
    private static final double STANDS_OUT = 2;

    private static final double ALIKE = 0.8;
    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 2;
    private static final int FEWEST = 4;

    private PTrain() {}

    /**
     * Peaks of the P waves, ascending; empty when fewer than four of one shape stand out.
     *
     * @param leading P waves lead the beats: then those are the shape to look for, not the humps that T waves leave
     */
    static List<Integer> of(LeadSignals band, List<Beat> beats, Delineation waves, int r, boolean leading) {
        SampleRate rate = band.rate();
        int half = rate.samplesIn(HALF_MILLIS);
        List<Integer> humps = humps(band, half);
        humps.removeIf(hump -> inQrs(hump, beats, waves, r, rate));
        if (humps.size() < FEWEST) {
            return List.of();
        }
        double[][] shapes = humps.stream().map(hump -> shape(band, hump, half)).toArray(double[][]::new);
        double[][] patterns = !leading
                ? shapes
                : humps.stream()
                        .filter(hump -> leads(hump, beats, waves, r, rate))
                        .map(hump -> shape(band, hump, half))
                        .toArray(double[][]::new);
        if (patterns.length < 2) {
            return List.of();
        }
        double[] template = commonest(patterns);
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < shapes.length; k++) {
            int shift = bestShift(band, humps.get(k), half, template);
            double[] here = shape(band, humps.get(k) + shift, half);
            double size = Math.sqrt(power(here) / Math.max(power(template), 1e-9));
            if (BeatClasses.correlation(here, template) >= ALIKE && size >= SMALLEST && size <= LARGEST) {
                found.add(humps.get(k) + shift);
            }
        }
        return found.size() < FEWEST ? List.of() : found;
    }

    private static boolean inQrs(int hump, List<Beat> beats, Delineation waves, int r, SampleRate rate) {
        int guard = rate.samplesIn(20);
        return beats.stream()
                .anyMatch(beat ->
                        hump >= beat.r() - r + waves.qrsOn() - guard && hump <= beat.r() - r + waves.qrsOff() + guard);
    }

    private static boolean leads(int hump, List<Beat> beats, Delineation waves, int r, SampleRate rate) {
        int far = waves.pPeak().isPresent() ? waves.qrsOn() - waves.pPeak().getAsInt() : rate.samplesIn(120);
        int slack = rate.samplesIn(50);
        return beats.stream().anyMatch(beat -> Math.abs(beat.r() - r + waves.qrsOn() - far - hump) <= slack);
    }

    private static List<Integer> humps(LeadSignals band, int half) {
        SampleRate rate = band.rate();
        double[] energy = new double[band.length()];
        for (double[] lead : band.microvolts()) {
            for (int i = 0; i < energy.length; i++) {
                energy[i] += lead[i] * lead[i];
            }
        }
        double[] smooth = Smoothing.mean(energy, rate.samplesIn(SMOOTH_MILLIS));
        double least = STANDS_OUT * Smoothing.median(smooth, 0, smooth.length);
        int apart = rate.samplesIn(APART_MILLIS);
        List<Integer> humps = new ArrayList<>();
        for (int i = half + 1; i < smooth.length - half - 1; i++) {
            if (smooth[i] < least || smooth[i] < smooth[i - 1] || smooth[i] <= smooth[i + 1]) {
                continue;
            }
            int last = humps.isEmpty() ? -apart : humps.get(humps.size() - 1);
            if (i - last >= apart) {
                humps.add(i);
            } else if (smooth[i] > smooth[last]) {
                humps.set(humps.size() - 1, i);
            }
        }
        return humps;
    }

    /** The mean of the shapes that are like the one that most are like. */
    private static double[] commonest(double[][] shapes) {
        int best = 0;
        int most = 0;
        for (int a = 0; a < shapes.length; a++) {
            int like = 0;
            for (double[] other : shapes) {
                like += BeatClasses.correlation(shapes[a], other) >= ALIKE ? 1 : 0;
            }
            if (like > most) {
                most = like;
                best = a;
            }
        }
        double[] centre = shapes[best];
        double[] mean = new double[centre.length];
        double[][] members = Arrays.stream(shapes)
                .filter(shape -> BeatClasses.correlation(centre, shape) >= ALIKE)
                .toArray(double[][]::new);
        for (double[] member : members) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += member[i] / members.length;
            }
        }
        return mean;
    }

    private static int bestShift(LeadSignals band, int hump, int half, double[] template) {
        int step = Math.max(1, band.rate().samplesIn(4));
        int best = 0;
        double most = -1;
        for (int shift = -5 * step; shift <= 5 * step; shift += step) {
            int at = hump + shift;
            if (at - half >= 0 && at + half < band.length()) {
                double alike = BeatClasses.correlation(shape(band, at, half), template);
                if (alike > most) {
                    most = alike;
                    best = shift;
                }
            }
        }
        return best;
    }

    private static double[] shape(LeadSignals band, int at, int half) {
        int step = Math.max(1, band.rate().samplesIn(8));
        int points = 2 * half / step + 1;
        double[] out = new double[points * band.leads().size()];
        int place = 0;
        for (double[] lead : band.microvolts()) {
            for (int i = 0; i < points; i++) {
                int sample = at - half + i * step;
                out[place++] = sample >= 0 && sample < lead.length ? lead[sample] : 0;
            }
        }
        return out;
    }

    private static double power(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }
}
