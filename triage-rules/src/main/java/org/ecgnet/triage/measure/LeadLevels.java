package org.ecgnet.triage.measure;

import org.ecgnet.triage.signal.Smoothing;

/**
 * Levels of one lead of the median beat, in microvolts against the level at the QRS onset.
 *
 * @param q depth of a first negative wave, as a negative number; 0 without one
 * @param qMillis its duration
 * @param r height of the tallest positive wave of the QRS; 0 without one
 * @param s depth of the deepest negative wave after R, or of the only one, as a negative number; 0 without one
 * @param j at the J point, the global end of the QRS
 * @param j60 60 ms after it
 * @param t at the peak of T; 0 when there is none
 * @param area of the QRS, microvolt-milliseconds
 */
public record LeadLevels(double q, double qMillis, double r, double s, double j, double j60, double t, double area) {

    /** Nothing was measured. */
    public static final LeadLevels NONE = new LeadLevels(0, 0, 0, 0, 0, 0, 0, 0);

    /** J is read as the mean of this many milliseconds around it: one cycle of 150-Hz noise. */
    private static final int J_MILLIS = 8;

    static LeadLevels of(MedianBeat beat, int lead, Delineation waves) {
        double[] x = beat.microvolts()[lead];
        int on = waves.qrsOn();
        int off = Math.min(x.length - 1, waves.qrsOff());
        double level = Smoothing.meanOf(x, Math.max(0, on - beat.rate().samplesIn(12)), Math.max(1, on));
        int top = on;
        int bottom = on;
        double area = 0;
        for (int i = on; i <= off; i++) {
            top = x[i] > x[top] ? i : top;
            bottom = x[i] < x[bottom] ? i : bottom;
            area += (x[i] - level) * 1000.0 / beat.rate().hertz();
        }
        int q = qBottom(x, level, on, x[top] - level > 30 ? top : on);
        double s = 0;
        for (int i = x[top] - level > 30 ? top : on; i <= off; i++) {
            s = Math.min(s, x[i] - level);
        }
        double t = waves.tPeak().isPresent()
                ? x[Math.min(x.length - 1, waves.tPeak().getAsInt())] - level
                : 0;
        return new LeadLevels(
                q > on ? Math.min(0, x[q] - level) : 0,
                q > on ? qMillis(beat, x, level, on, q) : 0,
                Math.max(0, x[top] - level),
                s,
                around(beat, x, off, 0) - level,
                around(beat, x, off, 60) - level,
                t,
                area);
    }

    private static double around(MedianBeat beat, double[] x, int at, int millisLater) {
        int middle = Math.min(x.length - 1, at + beat.rate().samplesIn(millisLater));
        int half = Math.max(1, beat.rate().samplesIn(J_MILLIS) / 2);
        return Smoothing.meanOf(x, Math.max(0, middle - half), Math.min(x.length, middle + half + 1));
    }

    private static int qBottom(double[] x, double level, int on, int before) {
        int q = on;
        for (int i = on; i < before; i++) {
            q = x[i] < x[q] ? i : q;
        }
        return x[q] - level < -20 ? q : on;
    }

    private static double qMillis(MedianBeat beat, double[] x, double level, int on, int q) {
        int end = q;
        while (end < x.length - 1 && x[end] < level) {
            end++;
        }
        return (end - on) * 1000.0 / beat.rate().hertz();
    }
}
