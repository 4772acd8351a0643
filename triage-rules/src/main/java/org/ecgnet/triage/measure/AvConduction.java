package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the AV node passes P waves on, from where P waves and beats stand.
 *
 * @param blocked P waves that came on time and that no beat followed, ascending
 * @param conducted P to R of the beats that a P leads, in milliseconds, in order of the beats
 * @param atrialBpm rate of the P waves; 0 when they are too few or come irregularly
 */
public record AvConduction(Kind kind, List<Integer> blocked, List<Double> conducted, double atrialBpm) {

    public AvConduction {
        blocked = List.copyOf(blocked);
        conducted = List.copyOf(conducted);
    }

    /** Degrees of block (ACC/AHA/HRS 2018 bradycardia guideline, table 3). */
    public enum Kind {
        /** Too few regular P waves stand clear: nothing can be said. */
        NOT_SEEN,
        ONE_TO_ONE,
        /** PR grows before a P is blocked. */
        MOBITZ_I,
        /** PR stays as it is. */
        MOBITZ_II,
        /** Every second P is blocked: neither of the two can be told. */
        TWO_TO_ONE,
        /** Two or more P in a row are blocked, others pass. */
        HIGH_GRADE,
        /** P and beats go their own ways, P faster. */
        COMPLETE;

        /** Second degree, high grade included. */
        public boolean second() {
            return this == MOBITZ_I || this == MOBITZ_II || this == TWO_TO_ONE || this == HIGH_GRADE;
        }
    }

    static final AvConduction NOT_SEEN = new AvConduction(Kind.NOT_SEEN, List.of(), List.of(), 0);

    private static final int FEWEST_P = 4;
    private static final double SHORTEST_PR = 70;
    private static final double LONGEST_PR = 480;

    /** P waves come at multiples of their cycle within this share of it: that a beat between two of them shortens their interval included. */
    private static final double ON_TIME = 0.12;

    private static final double REGULAR = 0.8;

    /** Faster than 160/min, waves that are not all passed on are those of flutter, atrial tachycardia or coarse fibrillation. */
    private static final double SHORTEST_CYCLE = 375;

    private static final double LONGEST_CYCLE = 1600;

    /** Resultant length of the phases of the beats in the atrial cycle (Rayleigh); 1 when locked, 0 when uniform. */
    private static final double LOCKED = 0.75;

    private static final double STEADY_BEATS = 0.08;

    /** PR before a block longer by so much than behind it has grown. */
    private static final double GROWN_MILLIS = 30;

    /** Judges the P waves and beats of a recording. */
    public static AvConduction of(MeasuredEcg ecg) {
        double[] p = millis(ecg, ecg.atrial().pSamples());
        double[] r = millis(ecg, ecg.beats().stream().map(Beat::anchor).toList());
        if (p.length < FEWEST_P || r.length < 3) {
            return NOT_SEEN;
        }
        double cycle = cycle(p);
        if (cycle < SHORTEST_CYCLE || cycle > LONGEST_CYCLE || onTime(p, cycle) < REGULAR) {
            return NOT_SEEN;
        }
        return judged(ecg, p, r, cycle);
    }

    private static AvConduction judged(MeasuredEcg ecg, double[] p, double[] r, double cycle) {
        List<Integer> blocked = new ArrayList<>();
        List<Double> conducted = new ArrayList<>();
        boolean[] passes = new boolean[p.length];
        boolean[] drops = new boolean[p.length];
        for (int k = 0; k < p.length; k++) {
            double next = nextBeat(r, p[k]);
            double until = k + 1 < p.length ? Math.min(p[k + 1], p[k] + 1.3 * cycle) : p[k] + cycle;
            boolean came = k > 0 && onTime(p[k] - p[k - 1], cycle);
            passes[k] = next - p[k] <= Math.min(LONGEST_PR, until - p[k] + SHORTEST_PR);
            drops[k] = !passes[k] && came && next > until && next < Double.MAX_VALUE;
            if (passes[k]) {
                conducted.add(next - p[k]);
            } else if (drops[k]) {
                blocked.add(ecg.atrial().pSamples().get(k));
            }
        }
        return new AvConduction(kind(ecg, p, r, cycle, passes, drops), blocked, conducted, 60_000 / cycle);
    }

    private static Kind kind(MeasuredEcg ecg, double[] p, double[] r, double cycle, boolean[] passes, boolean[] drops) {
        int dropped = 0;
        int inRow = 0;
        int longest = 0;
        for (int k = 0; k < drops.length; k++) {
            dropped += drops[k] ? 1 : 0;
            // a P that should stand between two others hides in T: no beat follows it either
            int hidden = k > 0 && drops[k] ? (int) Math.rint((p[k] - p[k - 1]) / cycle) - 1 : 0;
            inRow = drops[k] ? inRow + 1 + hidden : 0;
            longest = Math.max(longest, inRow);
        }
        double beatsCycle = (r[r.length - 1] - r[0]) / (r.length - 1);
        boolean free = locked(p, r, cycle) < LOCKED && ecg.rhythm().irregularity() < STEADY_BEATS;
        if (free && dropped >= 2 && beatsCycle > 1.15 * cycle) {
            return Kind.COMPLETE;
        }
        if (dropped == 0) {
            return Kind.ONE_TO_ONE;
        }
        if (longest >= 2) {
            return Kind.HIGH_GRADE;
        }
        return alternates(passes, drops) ? Kind.TWO_TO_ONE : mobitz(p, r, passes, drops);
    }

    private static boolean alternates(boolean[] passes, boolean[] drops) {
        int pairs = 0;
        for (int k = 0; k + 1 < passes.length; k++) {
            if (passes[k] && passes[k + 1]) {
                return false;
            }
            pairs += passes[k] && drops[k + 1] ? 1 : 0;
        }
        return pairs >= 2;
    }

    private static Kind mobitz(double[] p, double[] r, boolean[] passes, boolean[] drops) {
        for (int k = 1; k + 1 < p.length; k++) {
            if (drops[k] && passes[k - 1] && passes[k + 1]) {
                double before = nextBeat(r, p[k - 1]) - p[k - 1];
                double after = nextBeat(r, p[k + 1]) - p[k + 1];
                if (before - after >= GROWN_MILLIS) {
                    return Kind.MOBITZ_I;
                }
            }
        }
        return Kind.MOBITZ_II;
    }

    private static double nextBeat(double[] r, double after) {
        for (double beat : r) {
            if (beat >= after + SHORTEST_PR) {
                return beat;
            }
        }
        return Double.MAX_VALUE;
    }

    private static double locked(double[] p, double[] r, double cycle) {
        double x = 0;
        double y = 0;
        for (double beat : r) {
            double nearest = p[0];
            for (double wave : p) {
                nearest = Math.abs(wave - beat) < Math.abs(nearest - beat) ? wave : nearest;
            }
            double phase = 2 * Math.PI * (beat - nearest) / cycle;
            x += Math.cos(phase) / r.length;
            y += Math.sin(phase) / r.length;
        }
        return Math.hypot(x, y);
    }

    /** The middle of the intervals that are no longer than 1.3 times a short one: those with a P lost in a QRS left out. */
    private static double cycle(double[] p) {
        double[] between = new double[p.length - 1];
        for (int k = 0; k < between.length; k++) {
            between[k] = p[k + 1] - p[k];
        }
        Arrays.sort(between);
        double shortOne = between[between.length / 5];
        int upTo = 0;
        while (upTo < between.length && between[upTo] <= 1.3 * shortOne) {
            upTo++;
        }
        return between[upTo / 2];
    }

    private static double onTime(double[] p, double cycle) {
        int good = 0;
        for (int k = 0; k + 1 < p.length; k++) {
            good += onTime(p[k + 1] - p[k], cycle) ? 1 : 0;
        }
        return (double) good / (p.length - 1);
    }

    /** A whole number of cycles, up to three: P waves in between are hidden by beats. */
    private static boolean onTime(double between, double cycle) {
        double cycles = between / cycle;
        return cycles < 3.5 && cycles > 0.5 && Math.abs(cycles - Math.rint(cycles)) <= ON_TIME;
    }

    private static double[] millis(MeasuredEcg ecg, List<Integer> samples) {
        return samples.stream().mapToDouble(ecg.signals().rate()::millisAt).toArray();
    }
}
