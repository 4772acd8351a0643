package org.ecgnet.protocol.codec;

/**
 * The prediction of a lead's next step: a weighted sum of its last two steps, of those of the lead coded before it before, at
 * and after the same time, and of the lead before that at the same time. The encoder finds the weights span by span and writes
 * them ({@link SpanWeights}); recordings that were rounded or interpolated by their makers do best with the last value or the line through two.
 */
final class StepPrediction {

    /** Steps that are looked at. */
    static final int TAPS = 6;

    /** Samples that share their weights. */
    static final int SPAN = 1000;

    /** Binary digits of a weight behind the point. */
    static final int WEIGHT_SHIFT = 6;

    static final int WEIGHT_BITS = 8;
    static final int KIND_BITS = 2;
    static final int LAST = 0;
    static final int LINE = 1;
    static final int SAME = 2;
    static final int NEW = 3;

    static final int HALF = 1 << WEIGHT_SHIFT - 1;
    static final int[] NONE = new int[TAPS];
    static final int[] OF_LINE = {1 << WEIGHT_SHIFT, 0, 0, 0, 0, 0};

    private StepPrediction() {}

    /** Writes the weights of a span. */
    static void write(EntropyCoder coder, CodedLead lead, int kind, int[] weights) {
        coder.bits(kind, KIND_BITS);
        if (kind == NEW) {
            for (int weight : weights) {
                coder.bits(weight & (1 << WEIGHT_BITS) - 1, WEIGHT_BITS);
            }
        }
        System.arraycopy(weights, 0, lead.weights, 0, TAPS);
    }

    /** Reads the weights of a span. */
    static void read(EntropyCoder coder, CodedLead lead) {
        int kind = coder.bits(0, KIND_BITS);
        if (kind == NEW) {
            for (int tap = 0; tap < TAPS; tap++) {
                lead.weights[tap] = (byte) coder.bits(0, WEIGHT_BITS);
            }
        } else if (kind != SAME) {
            System.arraycopy(kind == LAST ? NONE : OF_LINE, 0, lead.weights, 0, TAPS);
        }
    }

    /** Residuals from samples. */
    static void fill(CodedLead lead, int[] weights, int from, int to) {
        int[] own = lead.samples;
        int[] near = lead.near;
        int[] second = lead.second;
        int[] residuals = lead.residuals;
        int own1 = weights[0];
        int own2 = weights[1];
        int near1 = weights[2];
        int near0 = weights[3];
        int nearNext = weights[4];
        int second0 = weights[5];
        int step1 = own[from - 1] - own[from - 2];
        int step2 = own[from - 2] - own[from - 3];
        int nearBefore = near[from - 1] - near[from - 2];
        int nearNow = near[from] - near[from - 1];
        for (int t = from; t < to; t++) {
            int nearAfter = near[t + 1] - near[t];
            int sum = own1 * step1
                    + own2 * step2
                    + near1 * nearBefore
                    + near0 * nearNow
                    + nearNext * nearAfter
                    + second0 * (second[t] - second[t - 1]);
            nearBefore = nearNow;
            nearNow = nearAfter;
            step2 = step1;
            step1 = own[t] - own[t - 1];
            residuals[t] = step1 - (sum + HALF >> WEIGHT_SHIFT);
        }
    }

    /** Samples from residuals. */
    static void restore(CodedLead lead, int from, int to) {
        int[] own = lead.samples;
        int[] near = lead.near;
        int[] second = lead.second;
        int[] residuals = lead.residuals;
        int[] weights = lead.weights;
        int own1 = weights[0];
        int own2 = weights[1];
        int near1 = weights[2];
        int near0 = weights[3];
        int nearNext = weights[4];
        int second0 = weights[5];
        int last = own[from - 1];
        int step1 = last - own[from - 2];
        int step2 = own[from - 2] - own[from - 3];
        int nearBefore = near[from - 1] - near[from - 2];
        int nearNow = near[from] - near[from - 1];
        for (int t = from; t < to; t++) {
            int nearAfter = near[t + 1] - near[t];
            int others =
                    near1 * nearBefore + near0 * nearNow + nearNext * nearAfter + second0 * (second[t] - second[t - 1]);
            nearBefore = nearNow;
            nearNow = nearAfter;
            int step = (own1 * step1 + own2 * step2 + others + HALF >> WEIGHT_SHIFT) + residuals[t];
            step2 = step1;
            step1 = step;
            last += step;
            own[t] = last;
        }
    }

    /** The step to expect at a sample. */
    static int step(int[] weights, int[] own, int[] near, int[] second, int t) {
        int sum = weights[0] * (own[t - 1] - own[t - 2])
                + weights[1] * (own[t - 2] - own[t - 3])
                + weights[2] * (near[t - 1] - near[t - 2])
                + weights[3] * (near[t] - near[t - 1])
                + weights[4] * (near[t + 1] - near[t])
                + weights[5] * (second[t] - second[t - 1]);
        return sum + HALF >> WEIGHT_SHIFT;
    }
}
