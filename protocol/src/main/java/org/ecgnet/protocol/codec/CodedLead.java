package org.ecgnet.protocol.codec;

/**
 * An independent lead while it is coded: its samples and residuals in a chunk, and what goes on from chunk to chunk. The leads
 * coded before it, near and second, lend it what is known of the same time; where there is none, a silent one stands in.
 */
final class CodedLead {

    /** Samples of the past that are looked at, before those of the chunk. */
    static final int PAST = 3;

    /** Which of the independent leads. */
    final int number;

    /** What the prediction has of each step; stays until a span brings others. */
    final int[] weights = new int[StepPrediction.TAPS];

    /** {@link #PAST} samples of the past, those of the chunk, which a decoder fills, and the last once more. */
    int[] samples = {};

    /** What the prediction was off, of the same times; shared with the other leads, one after the other. */
    int[] residuals = {};

    /** How large the residuals were: {@link Residuals#size}. */
    int[] sizes = {};

    /** Of the lead coded before it. */
    int[] nearSizes = {};

    /** Of the lead before that. */
    int[] secondSizes = {};

    int[] near = {};
    int[] second = {};

    /** Of the last residual. */
    int size;

    /** Of the last residual but one. */
    int sizeBefore;

    /** What the weights cost when they were found; of interest to the encoder only. */
    int cost;

    CodedLead(int number) {
        this.number = number;
    }

    /**
     * Enters a chunk.
     *
     * @param before the independent leads before it, in their order
     * @param silent zeros
     * @param room for residuals, until the next lead enters
     */
    void enter(int[] chunk, CodedLead[] before, int[] silent, int[] room) {
        samples = chunk;
        residuals = room;
        sizes = new int[chunk.length];
        near = number > 0 ? before[number - 1].samples : silent;
        nearSizes = number > 0 ? before[number - 1].sizes : silent;
        second = number > 1 ? before[number - 2].samples : silent;
        secondSizes = number > 1 ? before[number - 2].sizes : silent;
    }

    /** By which power of two the last residual counts: for the lead before too, where there is none. */
    int ownShift() {
        return number > 0 ? 1 : 2;
    }

    /** Behind the last sample of the chunk. */
    int end() {
        return samples.length - 1;
    }

    /** Repeats the last sample, so that the next lead may look one sample ahead. */
    void close() {
        samples[samples.length - 1] = samples[samples.length - 2];
    }
}
