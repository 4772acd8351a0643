package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Chooses from the candidates the row that is most likely to be the beats, all of them together (Viterbi 1967).
 *
 * <p>A candidate weighs the logarithm of how much likelier its amplitude and shape are for a beat than for what usually
 * lies between beats. A beat is of a known shape and of that shape's size, or it is something new, of any size from a
 * quarter to three times the usual; between beats sizes fall off exponentially above the level measured there. So in a
 * quiet trace every odd complex is a beat, and in a noisy one only what has the shape of one. Rhythm counts little: an
 * early beat costs {@value #EARLY}, a gap {@value #LATE}, as they stand in every AF; a beat before the ventricles have
 * recovered from the last costs {@value #UNRECOVERED} more, unless all come so fast.
 */
final class BeatTrack {

    private static final double NEW_SHAPE = 0.4;
    private static final double SMALLEST = Math.log(0.25);
    private static final double LARGEST = Math.log(3);
    private static final double SPREAD = 0.2;
    private static final double NOISE_SPREAD = 0.25;
    private static final double ARTEFACT = 0.01;
    private static final double NOISE_TO_BEATS = 1.5;
    private static final double ALIKE = 0.8;
    private static final double ALIKE_SLOPE = 10;
    private static final double MOST_FOR_SHAPE = 2;
    private static final double ON_TIME = 0.12;
    private static final double RAMP = 0.5;
    private static final double EARLY = 1.7;
    private static final double LATE = 2;

    /** Effective refractory period of a ventricle at usual rates: 170 to 290 ms (Josephson, Clinical Cardiac Electrophysiology). */
    static final double RECOVERY_MILLIS = 280;

    /** A gap that is no smaller share of the usual one is of a rhythm so fast that the muscle recovers sooner. */
    private static final double SHORT = 0.6;

    static final double UNRECOVERED = 3;

    private static final double LONG = 1.65;
    private static final double EACH_MISSING = 2;
    private static final double NO_COMPLEX = 6;
    private static final double BEHIND = 3;
    private static final double R_ON_T = 2.2;
    private static final double USUAL_RR_QUANTILE = 0.4;
    private static final double TOO_OFTEN = 0.42;
    private static final int LOOK_BACK = 24;

    private final QrsBand band;
    private final FusedLeads fused;
    private final BeatShapes shapes;
    private final QrsCandidates candidates;
    private final double[] usualRr;
    private final int refractory;
    private final double recovery;
    private final double roundness;

    BeatTrack(QrsBand band, FusedLeads fused, BeatShapes shapes, QrsCandidates candidates) {
        this.band = band;
        this.fused = fused;
        this.shapes = shapes;
        this.candidates = candidates;
        this.usualRr = usualRr(fused.beats());
        this.refractory = band.rate().samplesIn(QrsDetector.REFRACTORY_MILLIS);
        this.recovery = band.rate().samplesIn(RECOVERY_MILLIS);
        this.roundness = candidates.usualRoundness();
    }

    /** The samples of the likeliest row, ascending. */
    int[] likeliest() {
        int m = candidates.count();
        double[] score = new double[m];
        int[] from = new int[m];
        for (int c = 0; c < m; c++) {
            int beat = fused.nearest(candidates.at(c));
            double own = evidence(c, beat);
            score[c] = own - missing(candidates.at(c), usualRr[beat]);
            from[c] = -1;
            for (int d = c - 1; d >= Math.max(0, c - LOOK_BACK); d--) {
                int gap = candidates.at(c) - candidates.at(d);
                if (gap < refractory) {
                    continue;
                }
                boolean wave = candidates.tWave(c, d, roundness) && !tooLargeForT(c, d, beat) || candidates.pWave(d, c);
                double cost = rhythm(gap, usualRr[beat], recovery) + (wave ? NO_COMPLEX : 0);
                if (score[d] + own - cost > score[c]) {
                    score[c] = score[d] + own - cost;
                    from[c] = d;
                }
            }
        }
        return row(score, from);
    }

    private int[] row(double[] score, int[] from) {
        int last = -1;
        double most = Double.NEGATIVE_INFINITY;
        double usual = usualRr[usualRr.length - 1];
        for (int c = 0; c < score.length; c++) {
            double whole = score[c] - missing(band.length() - candidates.at(c), usual);
            if (whole >= most) {
                most = whole;
                last = c;
            }
        }
        int length = 0;
        for (int c = last; c >= 0; c = from[c]) {
            length++;
        }
        int[] row = new int[length];
        for (int c = last; c >= 0; c = from[c]) {
            row[--length] = c;
        }
        return withoutTWaves(row);
    }

    /** Leaves out the T waves that follow beat after beat: what comes as often and as soon is no extrasystole. */
    private int[] withoutTWaves(int[] row) {
        boolean[] behind = new boolean[row.length];
        for (int b = 1; b < row.length; b++) {
            behind[b] = !behind[b - 1] && candidates.mayFollow(row[b], row[b - 1]);
        }
        int[] kept = new int[row.length];
        int found = 0;
        int width = 2 * FusedLeads.AROUND_BEATS + 1;
        for (int b = 0; b < row.length; b++) {
            int from = Math.max(0, Math.min(b - FusedLeads.AROUND_BEATS, row.length - width));
            int to = Math.min(row.length, from + width);
            int many = 0;
            for (int j = from; j < to; j++) {
                many += behind[j] ? 1 : 0;
            }
            if (!behind[b] || many < TOO_OFTEN * (to - from)) {
                kept[found++] = candidates.at(row[b]);
            }
        }
        return Arrays.copyOf(kept, found);
    }

    /** T waves of usual beats are among what lies between beats: twice that behind a usual beat is R on T. */
    private boolean tooLargeForT(int late, int early, int beat) {
        return candidates.amplitude(late) > R_ON_T * fused.gapLevel(beat)
                && candidates.usual(early, roundness, fused.beatLevel(beat));
    }

    /** How much likelier a beat than not, as a natural logarithm. */
    private double evidence(int candidate, int beat) {
        double amplitude = candidates.amplitude(candidate);
        double alike = shapes.likeness(candidates.at(candidate), beat);
        double size = Math.log(amplitude / fused.beatLevel(beat));
        double known = 0;
        if (shapes.bestShape() >= 0) {
            double ofShape = Math.log(amplitude / shapes.amplitude(shapes.bestShape()));
            known = Math.exp(Math.max(-6, Math.min(MOST_FOR_SHAPE, ALIKE_SLOPE * (alike - ALIKE))))
                    * exponential(Math.abs(ofShape), SPREAD)
                    / 2;
        }
        double beyond = Math.max(Math.max(SMALLEST - size, size - LARGEST), 0);
        double unknown = exponential(beyond, NOISE_SPREAD) * NOISE_SPREAD / (LARGEST - SMALLEST);
        double noise = Math.log(Math.max(0.03, fused.gapLevel(beat) / fused.beatLevel(beat)));
        double none =
                (1 - ARTEFACT) * exponential(Math.max(0, size - noise), NOISE_SPREAD) + ARTEFACT / (LARGEST - SMALLEST);
        double evidence = Math.log(((1 - NEW_SHAPE) * known + NEW_SHAPE * unknown) / (NOISE_TO_BEATS * none));
        boolean behind = alike < ALIKE
                && amplitude <= R_ON_T * fused.gapLevel(beat)
                && candidates.behindLarger(candidate, refractory);
        return behind ? evidence - BEHIND : evidence;
    }

    private static double exponential(double x, double spread) {
        return Math.exp(-x / spread) / spread;
    }

    /**
     * What an interval costs.
     *
     * @param gap samples
     * @param usual samples
     * @param recovery samples that a ventricle takes at usual rates
     */
    static double rhythm(int gap, double usual, double recovery) {
        double change = Math.log(gap / usual);
        double ramp = Math.min(1, Math.max(0, Math.abs(change) - ON_TIME) / RAMP);
        if (change < 0) {
            return EARLY * ramp + (gap < recovery && gap < SHORT * usual ? UNRECOVERED : 0);
        }
        return LATE * ramp + missing(gap, usual);
    }

    /** What a silence costs: beats that should have come. */
    private static double missing(int gap, double usual) {
        return EACH_MISSING * Math.max(0, gap / usual - LONG);
    }

    private static double[] usualRr(int[] beats) {
        double[] rr = new double[beats.length - 1];
        for (int k = 0; k < rr.length; k++) {
            rr[k] = beats[k + 1] - beats[k];
        }
        int width = 2 * FusedLeads.AROUND_BEATS;
        double[] usual = new double[beats.length];
        for (int b = 0; b < usual.length; b++) {
            int from = Math.max(0, Math.min(b - FusedLeads.AROUND_BEATS, rr.length - width));
            int steps = Math.min(rr.length, from + width) - from - 1;
            // of few intervals the shorter: early beats not found yet have doubled others
            double share = steps < 1 ? 0 : Math.floor(USUAL_RR_QUANTILE * steps) / steps;
            usual[b] = Smoothing.quantile(rr, from, from + steps + 1, share);
        }
        return usual;
    }
}
