package org.ecgnet.triage.measure;

import java.util.Arrays;
import org.ecgnet.triage.signal.Smoothing;

/**
 * The peaks of the leads' amplitude that might be complexes.
 *
 * <p>What is below {@link QrsDetector#FLOOR_MICROVOLTS} in every lead is none, so that noise in an asystole is not one.
 */
final class QrsCandidates {

    private static final double LEAST_SHARE = 0.15;
    private static final int ONE_PEAK_MILLIS = 60;
    private static final int T_WAVE_MILLIS = 360;
    private static final int WIDE_T_WAVE_MILLIS = 500;
    private static final int LATE_T_WAVE_MILLIS = 420;
    private static final int P_WAVE_MILLIS = 300;
    private static final double SMALL = 0.5;
    private static final double LARGE = 1.3;
    private static final double SMALLER = 0.85;
    private static final double ROUND = 0.6;
    private static final double NOT_LARGER = 1.15;

    private final QrsBand band;
    private final double[] amplitude;
    private final int[] at;
    private final double[] sharpness;
    private int count;

    private QrsCandidates(QrsBand band, double[] amplitude) {
        this.band = band;
        this.amplitude = amplitude;
        this.at = new int[amplitude.length / Math.max(1, band.rate().samplesIn(ONE_PEAK_MILLIS)) + 2];
        this.sharpness = new double[at.length];
    }

    /** @param levelBySecond what a usual complex reaches; empty when that is 1 */
    static QrsCandidates of(QrsBand band, double[] amplitude, double[] levelBySecond) {
        QrsCandidates found = new QrsCandidates(band, amplitude);
        int apart = band.rate().samplesIn(ONE_PEAK_MILLIS);
        for (int i = 1; i < amplitude.length - 1; i++) {
            if (amplitude[i] < amplitude[i - 1] || amplitude[i] <= amplitude[i + 1]) {
                continue;
            }
            double level = levelBySecond.length == 0 ? 1 : found.level(levelBySecond, i);
            if (amplitude[i] > LEAST_SHARE * level && found.largeEnough(i)) {
                found.add(i, apart);
            }
        }
        for (int c = 0; c < found.count; c++) {
            found.sharpness[c] = found.sharpnessAt(found.at[c]);
        }
        return found;
    }

    private void add(int sample, int apart) {
        if (count > 0 && sample - at[count - 1] < apart) {
            if (amplitude[sample] > amplitude[at[count - 1]]) {
                at[count - 1] = sample;
            }
        } else {
            at[count++] = sample;
        }
    }

    private double level(double[] bySecond, int sample) {
        return bySecond[Math.min(bySecond.length - 1, sample / band.rate().hertz())];
    }

    /** A first row of complexes: all above a share of the level, the larger of two within the refractory time. */
    int[] above(double share, double[] levelBySecond) {
        int[] kept = new int[count];
        int found = 0;
        int apart = band.rate().samplesIn(QrsDetector.REFRACTORY_MILLIS);
        for (int c = 0; c < count; c++) {
            if (amplitude(c) < share * level(levelBySecond, at[c])) {
                continue;
            }
            if (found == 0 || at[c] - at[kept[found - 1]] >= apart) {
                kept[found++] = c;
            } else if (amplitude(c) > amplitude(kept[found - 1])) {
                kept[found - 1] = c;
            }
        }
        int[] beats = new int[found];
        int left = 0;
        int before = -1;
        for (int f = 0; f < found; f++) {
            boolean pWave = f + 1 < found && pWave(kept[f], kept[f + 1]);
            if (!pWave && (before < 0 || !tWave(kept[f], before, 0))) {
                before = kept[f];
                beats[left++] = at[before];
            }
        }
        return Arrays.copyOf(beats, left);
    }

    /**
     * Whether one candidate may be the T wave of an earlier one: within 360 ms (Hamilton and Tompkins 1986) and much
     * smaller or rounder, within 420 ms and both, or, behind a wide complex, the same within 500 ms.
     *
     * @param usualRoundness sharpness a unit of amplitude of usual complexes; 0 when not known
     */
    boolean tWave(int late, int early, double usualRoundness) {
        int gap = at[late] - at[early];
        if (gap >= band.rate().samplesIn(WIDE_T_WAVE_MILLIS)) {
            return false;
        }
        double size = amplitude(late) / amplitude(early);
        double sharp = sharpness[late] / Math.max(sharpness[early], 1e-9);
        if (gap < band.rate().samplesIn(T_WAVE_MILLIS)) {
            return size < SMALL || size < NOT_LARGER && sharp < ROUND;
        }
        if (gap < band.rate().samplesIn(LATE_T_WAVE_MILLIS) && size < SMALL && sharp < ROUND) {
            return true;
        }
        boolean wide = sharpness[early] < ROUND * usualRoundness * amplitude(early);
        return wide && size * sharp < SMALL * SMALL;
    }

    /** Whether one candidate may be the P wave of a later one: within the longest usual PR, much smaller and rounder. */
    boolean pWave(int early, int late) {
        return at[late] - at[early] < band.rate().samplesIn(P_WAVE_MILLIS)
                && amplitude(early) < SMALL * amplitude(late)
                && sharpness[early] < SMALL * sharpness[late];
    }

    /** Whether a candidate is no larger and no rounder than usual complexes. */
    boolean usual(int candidate, double usualRoundness, double level) {
        return amplitude(candidate) < LARGE * level
                && sharpness[candidate] > ROUND * usualRoundness * amplitude(candidate);
    }

    /** Whether one is as soon behind an earlier one as a T wave, smaller and no sharper. */
    boolean mayFollow(int late, int early) {
        return at[late] - at[early] < band.rate().samplesIn(LATE_T_WAVE_MILLIS)
                && amplitude(late) < SMALLER * amplitude(early)
                && sharpness[late] < SMALLER * sharpness[early];
    }

    /** Whether any earlier candidate stands so that this is a small round wave behind it. */
    boolean behindLarger(int late, int refractory) {
        int reach = band.rate().samplesIn(T_WAVE_MILLIS);
        for (int c = late - 1; c >= 0 && at[late] - at[c] < reach; c--) {
            if (at[late] - at[c] >= refractory
                    && amplitude(late) < SMALL * amplitude(c)
                    && sharpness[late] < ROUND * sharpness[c]) {
                return true;
            }
        }
        return false;
    }

    private boolean largeEnough(int sample) {
        int reach = band.rate().samplesIn(60);
        int from = Math.max(0, sample - reach);
        int to = Math.min(amplitude.length, sample + reach);
        for (double[] lead : band.band()) {
            double low = 0;
            double high = 0;
            for (int i = from; i < to; i++) {
                low = Math.min(low, lead[i]);
                high = Math.max(high, lead[i]);
            }
            if (high - low >= QrsDetector.FLOOR_MICROVOLTS) {
                return true;
            }
        }
        return false;
    }

    /** Largest second difference over 8 ms around a peak, all leads together. */
    private double sharpnessAt(int sample) {
        int reach = band.rate().samplesIn(60);
        int step = Math.max(1, band.rate().samplesIn(8));
        int from = Math.max(step, sample - reach);
        int to = Math.min(amplitude.length - step, sample + reach);
        double sum = 0;
        for (double[] lead : band.band()) {
            double most = 0;
            for (int i = from; i < to; i++) {
                most = Math.max(most, Math.abs(lead[i + step] - 2 * lead[i] + lead[i - step]));
            }
            sum += most * most;
        }
        return Math.sqrt(sum);
    }

    /** Median of sharpness a unit of amplitude over the candidates of at least half a usual beat's amplitude. */
    double usualRoundness() {
        double[] ratio = new double[count];
        int large = 0;
        for (int c = 0; c < count; c++) {
            if (amplitude(c) >= SMALL) {
                ratio[large++] = sharpness[c] / amplitude(c);
            }
        }
        return Smoothing.select(ratio, large, 0.5);
    }

    int count() {
        return count;
    }

    int at(int candidate) {
        return at[candidate];
    }

    double amplitude(int candidate) {
        return amplitude[at[candidate]];
    }
}
