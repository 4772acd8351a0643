package org.ecgnet.triage.measure;

import java.util.Optional;
import org.ecgnet.ecg.SampleRate;

/**
 * Onset and end of the QRS over all leads of a beat, in samples of it.
 *
 * <p>From the slopes of all leads together, at the fine scale of Martinez 2004 (IEEE Trans Biomed Eng 51:570): a slope that
 * one lead alone would take for QRS is small beside the complex of all.
 */
record QrsBounds(int on, int off) {

    private static final double LEAST_MICROVOLTS = 60;
    private static final double SIGNIFICANT = 0.05;
    private static final double ABOVE_REST = 1.35;
    private static final double ABOVE_NOISE = 1.5;
    private static final double ON_SHARE = 0.2;
    private static final int SLOPE_MILLIS = 8;
    private static final int ON_FOOT_MILLIS = 28;
    private static final int ON_CROWDED_FOOT_MILLIS = 10;
    private static final int J_FOOT_MILLIS = 60;
    private static final int J_CROWDED_FOOT_MILLIS = 30;
    private static final int GAP_MILLIS = 26;

    /** The path is at rest while it is no further from its line than this share of its furthest within the QRS. */
    private static final double LEVEL_SHARE = 0.003;

    private static final int LEVEL_MILLIS = 12;
    private static final int LINE_MILLIS = 20;

    /** Empty when nothing stands out. */
    static Optional<QrsBounds> of(MedianBeat beat, double rrSamples) {
        SampleRate rate = beat.rate();
        if (swing(beat) < LEAST_MICROVOLTS) {
            return Optional.empty();
        }
        SlopeTrace slope = SlopeTrace.together(rate, beat.microvolts(), beat.r(), SLOPE_MILLIS);
        int from = Math.max(1, beat.r() - rate.samplesIn(180));
        int to = Math.min(slope.length() - 2, beat.r() + rate.samplesIn(240));
        int top = slope.steepest(
                Math.max(from, beat.r() - rate.samplesIn(80)), Math.min(to, beat.r() + rate.samplesIn(80)));
        double noise = slope.noise();
        if (top < 0 || slope.at(top) < 2 * noise || slope.at(top) == 0) {
            return Optional.empty();
        }
        double alone = SIGNIFICANT * slope.at(top);
        double before = Math.max(alone, Math.max(ABOVE_REST * slope.restBefore(rrSamples), ABOVE_NOISE * noise));
        double after = Math.max(alone, Math.max(ABOVE_REST * slope.restAfter(rrSamples), ABOVE_NOISE * noise));
        int gap = rate.samplesIn(GAP_MILLIS);
        // the feet do not reach far where T, P or flutter waves lie against the QRS
        int onFoot = rate.samplesIn(before > 1.01 * alone ? ON_CROWDED_FOOT_MILLIS : ON_FOOT_MILLIS);
        int offFoot = rate.samplesIn(after > 1.01 * alone ? J_CROWDED_FOOT_MILLIS : J_FOOT_MILLIS);
        return Optional.of(new QrsBounds(
                        slope.descend(slope.outermost(top, -1, from, to, before, gap), -1, ON_SHARE * before, onFoot),
                        slope.knee(slope.outermost(top, 1, from, to, after, gap), 1, offFoot))
                .withoutSmear(beat));
    }

    private QrsBounds withoutSmear(MedianBeat beat) {
        int reach = beat.rate().samplesIn(SLOPE_MILLIS);
        Corner corner = new Corner(beat.microvolts(), on, off, LEVEL_SHARE);
        int first = corner.inwards(on, 1, reach, beat.rate().samplesIn(LEVEL_MILLIS));
        return new QrsBounds(
                first,
                Math.max(first + 1, corner.inwards(off, -1, reach, beat.rate().samplesIn(LINE_MILLIS))));
    }

    /** Peak to peak within 120 ms of R in the lead where it is largest. */
    private static double swing(MedianBeat beat) {
        double largest = 0;
        int reach = beat.rate().samplesIn(120);
        for (double[] x : beat.microvolts()) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (int i = Math.max(1, beat.r() - reach); i < Math.min(x.length, beat.r() + reach); i++) {
                low = Math.min(low, x[i]);
                high = Math.max(high, x[i]);
            }
            largest = Math.max(largest, high - low);
        }
        return largest;
    }
}
