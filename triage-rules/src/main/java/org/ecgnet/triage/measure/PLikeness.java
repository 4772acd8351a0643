package org.ecgnet.triage.measure;

/** How alike what stands before the QRS of two median beats is: one P before both means that the sinus node leads both. */
final class PLikeness {

    private static final int LENGTH_MILLIS = 170;
    private static final int GUARD_MILLIS = 25;
    private static final int SHIFT_MILLIS = 40;
    private static final int STEP_MILLIS = 4;

    private PLikeness() {}

    /** Best correlation over all leads, each less its straight line; -1 when a beat does not reach back so far. */
    static double of(MedianBeat usual, int usualOnset, MedianBeat other, int otherOnset) {
        int length = usual.rate().samplesIn(LENGTH_MILLIS);
        int guard = usual.rate().samplesIn(GUARD_MILLIS);
        int step = Math.max(1, usual.rate().samplesIn(STEP_MILLIS));
        int most = usual.rate().samplesIn(SHIFT_MILLIS) / step * step;
        int at = usualOnset - guard - length;
        double best = -1;
        for (int shift = -most; at >= 0 && shift <= most; shift += step) {
            int there = otherOnset - guard - length + shift;
            if (there >= 0 && there + length <= other.length()) {
                best = Math.max(best, BeatClasses.correlation(level(usual, at, length), level(other, there, length)));
            }
        }
        return best;
    }

    /** A stretch of all leads one after the other, each less the straight line that fits it best. */
    private static double[] level(MedianBeat beat, int from, int length) {
        double[] out = new double[length * beat.microvolts().length];
        double middle = (length - 1) / 2.0;
        int at = 0;
        for (double[] x : beat.microvolts()) {
            double mean = 0;
            double slope = 0;
            double weight = 0;
            for (int i = 0; i < length; i++) {
                mean += x[from + i] / length;
                slope += x[from + i] * (i - middle);
                weight += (i - middle) * (i - middle);
            }
            for (int i = 0; i < length; i++) {
                out[at++] = x[from + i] - mean - slope / weight * (i - middle);
            }
        }
        return out;
    }
}
