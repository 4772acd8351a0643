package org.ecgnet.triage.measure;

import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/**
 * The flanks of a wave in one lead and where their tangents meet the level outside, the feet (Lepeschkin and Surawicz 1952):
 * no threshold, and what comes after the wave does not move them.
 */
final class WaveFlanks {

    /** Outside a flank the level begins where its slope has fallen to this share. */
    private static final double LEVEL_SHARE = 0.25;

    private final SampleRate rate;
    private final double[] x;
    private final double[] slope;
    private final int edge;

    /**
     * @param smooth a lead, smoothed
     * @param slope its slope, microvolts a second
     * @param edge last sample that may count as level
     */
    WaveFlanks(SampleRate rate, double[] smooth, double[] slope, int edge) {
        this.rate = rate;
        this.x = smooth;
        this.slope = slope;
        this.edge = edge;
    }

    /** The sample of a stretch at which the lead is furthest from the chord between two samples. */
    int furthestFromChord(int a, int b, int from, int to) {
        int best = Math.max(a, Math.min(b, from));
        double most = -1;
        for (int i = best; i <= Math.min(b, to); i++) {
            double line = x[a] + (x[b] - x[a]) * (i - a) / Math.max(1, b - a);
            if (Math.abs(x[i] - line) > most) {
                most = Math.abs(x[i] - line);
                best = i;
            }
        }
        return best;
    }

    /** The foot before a peak, not before a sample. */
    double onset(int from, int peak, int first, double levelMillis, int most) {
        return foot(steepest(from, peak), -1, first, levelMillis, most);
    }

    /** The foot behind a peak, not behind a sample. */
    double end(int peak, int to, int last, double levelMillis, int most) {
        return foot(steepest(peak, to), 1, last, levelMillis, most);
    }

    private int steepest(int from, int to) {
        int best = from;
        for (int i = from; i <= to; i++) {
            best = Math.abs(slope[i]) > Math.abs(slope[best]) ? i : best;
        }
        return best;
    }

    private double foot(int flank, int step, int last, double levelMillis, int most) {
        int level = flank;
        while ((last - level) * step > 0 && Math.abs(slope[level]) > LEVEL_SHARE * Math.abs(slope[flank])) {
            level += step;
        }
        int end = Math.max(0, Math.min(Math.max(level, edge), level + step * rate.samplesIn(levelMillis)));
        double rest = Smoothing.median(x, Math.min(level, end), Math.max(level, end) + 1);
        double away = slope[flank] == 0 ? 0 : step * (rest - x[flank]) / slope[flank] * rate.hertz();
        return flank + step * Math.max(0, Math.min(most, away));
    }
}
