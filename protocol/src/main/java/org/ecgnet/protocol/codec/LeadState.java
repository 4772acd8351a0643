package org.ecgnet.protocol.codec;

/**
 * What the coder remembers of one independent lead: which of three predictors of its next sample has done best of late, and how
 * large the last residuals were.
 *
 * <p>The predictors are the last value, the straight line through the last two, and an {@link AdaptivePredictor}. Recordings
 * that were rounded or interpolated by their makers follow one of the first two, all others the third.
 */
final class LeadState {

    /** Samples of the past that are looked at. */
    static final int PAST = 5;

    private static final int COST_SHIFT = 9;
    private static final int MOST_SIZE = 1 << 20;

    private final AdaptivePredictor predictor = new AdaptivePredictor();
    private final Surroundings at = new Surroundings();
    private int adaptiveCost;
    private int lineCost;
    private int lastCost;
    private int size;
    private int sizeBefore;

    /**
     * Codes the samples from {@link #PAST} on.
     *
     * @param n which of the independent leads
     * @param lead its samples
     * @param near the lead coded before it; itself when there is none
     * @param second the one before that; likewise
     */
    void code(EntropyCoder coder, SymbolContexts contexts, int n, CodedLead lead, CodedLead near, CodedLead second) {
        int[] own = lead.samples();
        at.lead = n;
        predictor.enter(own, near.samples(), second.samples());
        for (int t = PAST; t < own.length; t++) {
            int last = own[t - 1];
            int line = 2 * last - own[t - 2];
            int adaptive = last + predictor.step(t);
            at.predicted = adaptiveCost <= lineCost
                    ? adaptiveCost <= lastCost ? adaptive : last
                    : lineCost <= lastCost ? line : last;
            surround(n, t, last, line, near, second);
            int residual = Residuals.code(coder, contexts, at, own[t] - at.predicted);
            int value = at.predicted + residual;
            own[t] = value;
            lead.residuals()[t] = residual;
            at.residual = residual;
            at.step = value - last;
            sizeBefore = size;
            size = Math.min(sizeOf(residual), MOST_SIZE);
            if ((t - PAST & 1) == 0) {
                predictor.learn(value - adaptive);
            } else {
                adaptiveCost += cost(value - adaptive) - adaptiveCost >> COST_SHIFT;
                lineCost += cost(value - line) - lineCost >> COST_SHIFT;
                lastCost += cost(value - last) - lastCost >> COST_SHIFT;
            }
            predictor.went(value - last);
        }
    }

    private void surround(int n, int t, int last, int line, CodedLead near, CodedLead second) {
        int around = 2 * size + sizeBefore;
        if (n > 0) {
            at.nearResidual = near.residuals()[t];
            at.nearStep = near.samples()[t] - near.samples()[t - 1];
            around += 2 * Math.min(sizeOf(at.nearResidual), MOST_SIZE);
        } else {
            around += 2 * size;
        }
        if (n > 1) {
            around += Math.min(sizeOf(second.residuals()[t]), MOST_SIZE);
        }
        at.level = Residuals.level(around >> 1);
        at.shift = Residuals.shift(at.level);
        at.toLast = last - at.predicted;
        at.toLine = line - at.predicted;
    }

    /** About the bits that a residual takes, in 2^-16: none for zero, two for one, one more for each doubling. */
    private static int cost(int residual) {
        int size = Math.abs(residual);
        return Integer.SIZE - Integer.numberOfLeadingZeros(size) + (-size >>> 31) << 16;
    }

    /** The greatest int for the least one, which has no positive. */
    static int sizeOf(int value) {
        int size = Math.abs(value);
        return size - (size >>> 31); // no branch: no processor foresees a residual's sign
    }

    static int clip(int value, int most) {
        return Math.max(-most, Math.min(most, value));
    }
}
