package org.ecgnet.protocol.codec;

/**
 * An adaptive linear prediction of a lead's next step: from its last four steps, from those of the lead coded before it at the
 * same time, before and after, and of the lead before that at the same time (normalised least mean squares, Widrow and Hoff
 * 1960, in whole numbers).
 */
final class AdaptivePredictor {

    private static final int WEIGHT_SHIFT = 12;
    private static final int LEARNING = 9600;
    private static final int LEARNING_SHIFT = 8;
    private static final int MOST_ERROR = 32;
    private static final int MOST_INPUT = 64;
    private static final int MOST_STEP = 4095;
    private static final int TAPS = 8;
    private static final int PAST = LeadState.PAST;

    private int[] near = {};
    private int[] second = {};
    private boolean hasNear;
    private boolean hasSecond;

    // one field each instead of two arrays: an array's bounds checks take as long as the arithmetic
    private int step1;
    private int step2;
    private int step3;
    private int step4;
    private int nearBefore;
    private int nearNow;
    private int nearNext;
    private int secondNow;
    private int weight1;
    private int weight2;
    private int weight3;
    private int weight4;
    private int weightNearBefore;
    private int weightNearNow;
    private int weightNearNext;
    private int weightSecondNow;

    /** Enters a chunk; the weights stay. */
    void enter(int[] own, int[] near, int[] second) {
        this.near = near;
        this.second = second;
        hasNear = near != own;
        hasSecond = second != own;
        step1 = clipped(own, PAST - 1);
        step2 = clipped(own, PAST - 2);
        step3 = clipped(own, PAST - 3);
        step4 = clipped(own, PAST - 4);
        nearNow = hasNear ? clipped(near, PAST - 1) : 0;
        nearNext = hasNear && PAST < near.length ? clipped(near, PAST) : 0;
    }

    private static int clipped(int[] samples, int t) {
        return LeadState.clip(samples[t] - samples[t - 1], MOST_STEP);
    }

    /** The step to expect from sample {@code t - 1} to {@code t}. */
    int step(int t) {
        nearBefore = nearNow;
        nearNow = nearNext;
        nearNext = hasNear && t + 1 < near.length ? clipped(near, t + 1) : 0;
        secondNow = hasSecond ? clipped(second, t) : 0;
        int sum = weight1 * step1
                + weight2 * step2
                + weight3 * step3
                + weight4 * step4
                + weightNearBefore * nearBefore
                + weightNearNow * nearNow
                + weightNearNext * nearNext
                + weightSecondNow * secondNow;
        return sum + (1 << WEIGHT_SHIFT - 1) >> WEIGHT_SHIFT;
    }

    /**
     * Learns from the step that it was.
     *
     * @param error what was missing of it
     */
    void learn(int error) {
        int norm = TAPS
                + Math.abs(step1)
                + Math.abs(step2)
                + Math.abs(step3)
                + Math.abs(step4)
                + Math.abs(nearBefore)
                + Math.abs(nearNow)
                + Math.abs(nearNext)
                + Math.abs(secondNow);
        int gain = LeadState.clip(error, MOST_ERROR) * LEARNING >> 31 - Integer.numberOfLeadingZeros(norm);
        weight1 += change(gain, step1);
        weight2 += change(gain, step2);
        weight3 += change(gain, step3);
        weight4 += change(gain, step4);
        weightNearBefore += change(gain, nearBefore);
        weightNearNow += change(gain, nearNow);
        weightNearNext += change(gain, nearNext);
        weightSecondNow += change(gain, secondNow);
    }

    /** Goes on to the next sample. */
    void went(int step) {
        step4 = step3;
        step3 = step2;
        step2 = step1;
        step1 = LeadState.clip(step, MOST_STEP);
    }

    private static int change(int gain, int step) {
        return gain * LeadState.clip(step, MOST_INPUT) + (1 << LEARNING_SHIFT - 1) >> LEARNING_SHIFT;
    }
}
