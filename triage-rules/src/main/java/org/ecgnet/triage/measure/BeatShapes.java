package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.triage.signal.Smoothing;

/**
 * The shapes that come again among the beats found so far, and how well a candidate is one of them.
 *
 * <p>Shapes are compared above 5 Hz over {@value #REACH_MILLIS} ms either side at the best shift, leads weighted as in
 * {@link FusedLeads}. In several leads noise of the right size hardly ever has the right shape.
 */
final class BeatShapes {

    private static final double ALIKE = 0.8;
    private static final int REACH_MILLIS = 80;
    private static final int SHIFT_MILLIS = 20;
    private static final int MOST_SHAPES = 48;
    private static final int MEMORY = 16;
    private static final int AROUND_BEATS = 30;
    private static final double LEAST_SHARE = 0.08;

    private final QrsBand band;
    private final FusedLeads fused;
    private final int reach;
    private final double[][] mean = new double[MOST_SHAPES][];

    /** By shape and lead, the sum of the squares of its mean. */
    private final double[][] power = new double[MOST_SHAPES][];

    private final double[] amplitude = new double[MOST_SHAPES];
    private final int[] size = new int[MOST_SHAPES];
    private final int[] around = new int[MOST_SHAPES];
    private final int[] shapeOf;
    private final int[] placeOf;
    private int count;
    private int bestShape;
    private int bestPlace;

    /** Groups the beats last weighed. */
    BeatShapes(QrsBand band, FusedLeads fused) {
        this.band = band;
        this.fused = fused;
        this.reach = band.rate().samplesIn(REACH_MILLIS);
        int[] beats = fused.beats();
        this.shapeOf = new int[beats.length];
        this.placeOf = new int[beats.length];
        Arrays.fill(around, Integer.MAX_VALUE);
        for (int b = 0; b < beats.length; b++) {
            boolean alike = compare(beats[b], b, 0) > ALIKE;
            if (!alike && count == MOST_SHAPES) {
                shapeOf[b] = -1;
                placeOf[b] = beats[b];
                continue;
            }
            if (!alike) {
                mean[count] = new double[band.leads() * (2 * reach + 1)];
                power[count] = new double[band.leads()];
                bestShape = count++;
                bestPlace = beats[b];
            }
            shapeOf[b] = bestShape;
            placeOf[b] = bestPlace;
            add(bestShape, bestPlace);
        }
    }

    /**
     * The best correlation of a place with the shapes that make up a fair part of the beats around a beat, -1 without
     * any; {@link #bestShape()} says which.
     */
    double likeness(int sample, int beat) {
        Arrays.fill(around, 0, count, 0);
        int from = Math.max(0, Math.min(beat - AROUND_BEATS, shapeOf.length - 2 * AROUND_BEATS - 1));
        int to = Math.min(shapeOf.length, from + 2 * AROUND_BEATS + 1);
        boolean itself = fused.beats()[beat] == sample;
        for (int b = from; b < to; b++) {
            if (shapeOf[b] >= 0 && !(itself && b == beat)) {
                around[shapeOf[b]]++;
            }
        }
        return compare(sample, beat, Math.max(2, LEAST_SHARE * (to - from)));
    }

    /** The beats whose shape comes again. */
    int[] comingAgain() {
        int[] beats = fused.beats();
        int[] kept = new int[beats.length];
        int found = 0;
        for (int b = 0; b < beats.length; b++) {
            if (shapeOf[b] >= 0 && likeness(beats[b], b) > ALIKE) {
                kept[found++] = beats[b];
            }
        }
        return Arrays.copyOf(kept, found);
    }

    private double compare(int sample, int beat, double least) {
        int step = Math.max(1, band.rate().samplesIn(4));
        int shift = band.rate().samplesIn(SHIFT_MILLIS) / step * step;
        double best = -1;
        bestShape = -1;
        for (int s = 0; s < count; s++) {
            if (around[s] < least) {
                continue;
            }
            for (int by = -shift; by <= shift; by += step) {
                double alike = correlation(mean[s], power[s], sample + by, beat);
                if (alike > best) {
                    best = alike;
                    bestShape = s;
                    bestPlace = sample + by;
                }
            }
        }
        return best;
    }

    private double correlation(double[] template, double[] power, int sample, int beat) {
        int width = 2 * reach + 1;
        int first = sample - reach;
        int from = Math.max(0, -first);
        int to = Math.min(width, band.length() - first);
        boolean whole = to - from == width;
        double cross = 0;
        double own = 0;
        double here = 0;
        for (int k = 0; k < band.leads(); k++) {
            double[] x = band.shape()[k];
            int base = k * width;
            double weight = fused.weight(k, beat);
            cross += weight * Smoothing.product(template, base + from, x, first + from, to - from);
            own += weight
                    * (whole ? power[k] : Smoothing.product(template, base + from, template, base + from, to - from));
            here += weight * Smoothing.product(x, first + from, x, first + from, to - from);
        }
        return cross / Math.sqrt(own * here + 1e-12);
    }

    private void add(int shape, int sample) {
        size[shape]++;
        double share = 1.0 / Math.min(size[shape], MEMORY);
        amplitude[shape] += share * (fused.amplitudeAt(sample) - amplitude[shape]);
        int width = 2 * reach + 1;
        for (int k = 0; k < band.leads(); k++) {
            double[] x = band.shape()[k];
            for (int i = 0; i < width; i++) {
                int at = sample - reach + i;
                double value = at < 0 || at >= x.length ? 0 : x[at];
                mean[shape][k * width + i] += share * (value - mean[shape][k * width + i]);
            }
            power[shape][k] = Smoothing.product(mean[shape], k * width, mean[shape], k * width, width);
        }
    }

    /** The shape of the last comparison, -1 for none. */
    int bestShape() {
        return bestShape;
    }

    /** Mean amplitude of a shape's beats. */
    double amplitude(int shape) {
        return amplitude[shape];
    }

    int count() {
        return count;
    }

    /** The shape of a beat, -1 for none. */
    int of(int beat) {
        return shapeOf[beat];
    }

    /** A beat's sample shifted so that beats of one shape lie on one another. */
    int place(int beat) {
        return placeOf[beat];
    }
}
