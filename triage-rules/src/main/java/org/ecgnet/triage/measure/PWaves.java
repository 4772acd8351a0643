package org.ecgnet.triage.measure;

import java.util.List;

/** Looks for the median beat's P wave before each beat. */
final class PWaves {

    /** A wave correlating this well over all leads with the median P is one. */
    private static final double ALIKE = 0.5;

    private PWaves() {}

    static AtrialActivity of(LeadSignals level, MedianBeat median, Delineation waves, List<Beat> beats) {
        if (waves.pOn().isEmpty()) {
            return AtrialActivity.NONE;
        }
        int from = Math.max(0, waves.pOn().getAsInt() - level.rate().samplesIn(20));
        int to = Math.min(
                waves.qrsOn(), waves.pOff().orElse(waves.qrsOn()) + level.rate().samplesIn(20));
        if (to - from < 4) {
            return AtrialActivity.NONE;
        }
        double[] template = cut(median.microvolts(), from, to);
        int seen = 0;
        int asked = 0;
        for (Beat beat : beats) {
            int at = beat.r() - median.r() + from;
            if (beat.kind() != Beat.Kind.NORMAL || at < 0) {
                continue;
            }
            asked++;
            double best = 0;
            int step = Math.max(1, level.rate().samplesIn(4));
            for (int shift = -4 * step; shift <= 4 * step; shift += step) {
                int start = at + shift;
                if (start >= 0 && start + to - from <= level.length()) {
                    double[] here = cut(level.microvolts(), start, start + to - from);
                    best = Math.max(best, BeatClasses.correlation(template, here));
                }
            }
            seen += best >= ALIKE ? 1 : 0;
        }
        return new AtrialActivity(asked == 0 ? 0 : (double) seen / asked, largest(template, to - from));
    }

    /** A stretch of all leads one after the other, each less its mean. */
    private static double[] cut(double[][] leads, int from, int to) {
        double[] out = new double[leads.length * (to - from)];
        int at = 0;
        for (double[] lead : leads) {
            double mean = 0;
            for (int i = from; i < to; i++) {
                mean += lead[i] / (to - from);
            }
            for (int i = from; i < to; i++) {
                out[at++] = lead[i] - mean;
            }
        }
        return out;
    }

    private static double largest(double[] template, int length) {
        double largest = 0;
        for (int from = 0; from + length <= template.length; from += length) {
            double low = 0;
            double high = 0;
            for (int i = from; i < from + length; i++) {
                low = Math.min(low, template[i]);
                high = Math.max(high, template[i]);
            }
            largest = Math.max(largest, high - low);
        }
        return largest;
    }
}
