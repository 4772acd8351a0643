package org.ecgnet.triage.measure;

import java.util.List;
import org.ecgnet.ecg.SampleRate;

/**
 * What is left when the ventricles' part of every beat is taken away: P waves, f waves, flutter waves.
 *
 * <p>The median beat from the QRS onset to the end of T, sized to each beat, is subtracted (average beat subtraction,
 * Slocum 1985); the QRS itself, where the remainder is large, and beats of another shape are bridged by a straight line.
 */
final class VentricularCancellation {

    private static final int EDGE_MILLIS = 16;
    private static final int OTHER_BEFORE_MILLIS = 90;
    private static final int OTHER_AFTER_MILLIS = 420;
    private static final double LEAST_SIZE = 0.6;
    private static final double MOST_SIZE = 1.5;

    private final SampleRate rate;
    private final int r;
    private final int on;
    private final int off;
    private final int end;

    private VentricularCancellation(SampleRate rate, MedianBeat median, Delineation waves) {
        this.rate = rate;
        this.r = median.r();
        this.on = Math.max(0, waves.qrsOn() - rate.samplesIn(EDGE_MILLIS) / 2);
        this.off = Math.min(median.length() - 1, waves.qrsOff() + rate.samplesIn(EDGE_MILLIS) / 2);
        this.end = Math.min(
                median.length() - 1,
                waves.tOff().orElse(waves.qrsOff() + rate.samplesIn(260)) + rate.samplesIn(EDGE_MILLIS));
    }

    /**
     * The leads of {@code level} without the beats.
     *
     * @param median of these leads at least
     * @param beats at their aligned R samples
     * @param dominant by beat: whether it has the shape of {@code median}
     */
    static LeadSignals of(
            LeadSignals level, MedianBeat median, Delineation waves, List<Beat> beats, boolean[] dominant) {
        double[][] left = new double[level.leads().size()][];
        VentricularCancellation cancel = new VentricularCancellation(level.rate(), median, waves);
        int before = level.rate().samplesIn(OTHER_BEFORE_MILLIS);
        int after = level.rate().samplesIn(OTHER_AFTER_MILLIS);
        for (int lead = 0; lead < left.length; lead++) {
            left[lead] = level.microvolts()[lead].clone();
            double[] usual =
                    median.microvolts()[median.leads().indexOf(level.leads().get(lead))];
            for (int beat = 0; beat < beats.size(); beat++) {
                int r = beats.get(beat).r();
                if (dominant[beat]) {
                    cancel.subtract(left[lead], usual, r);
                } else {
                    cancel.bridge(left[lead], r - before, r + after);
                }
            }
        }
        return LeadSignals.of(level.rate(), level.leads(), left);
    }

    private void subtract(double[] x, double[] beat, int atR) {
        int shift = atR - r;
        int first = Math.max(on, -shift);
        int last = x.length - 1 - shift;
        double own = 0;
        double both = 0;
        for (int i = first; i <= Math.min(off, last); i++) {
            own += beat[i] * beat[i];
            both += beat[i] * x[i + shift];
        }
        double size = own > 0 ? Math.max(LEAST_SIZE, Math.min(MOST_SIZE, both / own)) : 1;
        int edge = Math.max(1, rate.samplesIn(EDGE_MILLIS));
        for (int i = first; i <= Math.min(end - edge, last); i++) {
            x[i + shift] -= size * beat[i];
        }
        for (int i = Math.max(first, end - edge + 1); i <= Math.min(end, last); i++) {
            x[i + shift] -= size * beat[i] * (end - i) / edge;
        }
        bridge(x, on + shift, off + shift);
    }

    private void bridge(double[] x, int from, int to) {
        int a = Math.max(0, from);
        int b = Math.min(x.length - 1, to);
        for (int i = a + 1; i < b; i++) {
            double share = (double) (i - a) / (b - a);
            x[i] = (1 - share) * x[a] + share * x[b];
        }
    }
}
