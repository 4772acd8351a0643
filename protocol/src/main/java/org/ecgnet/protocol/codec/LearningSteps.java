package org.ecgnet.protocol.codec;

/**
 * How a context learns: it waits for some symbols and then moves by half or less towards what they were. A young context waits
 * for one symbol, later ones for two, four, eight and sixteen.
 *
 * <p>A context's age is {@code step * 32 + symbols still to wait for}; 0 is one that has seen nothing.
 */
final class LearningSteps {

    /** The part of an age that counts down. */
    static final int WAITING = 31;

    /** How many symbols each step waits for, as powers of two. */
    private static final int[] WAITS = {0, 0, 1, 2, 3, 3, 3};

    /** By which power of two each step moves. */
    private static final int[] MOVES = {1, 2, 2, 2, 2, 3, 4};

    private static final int STEP_BITS = 5;

    private final int last;
    private final long[] keeps;
    private final long[] gains;

    private LearningSteps(int total, int last) {
        this.last = last;
        this.keeps = new long[last + 1];
        this.gains = new long[last + 1];
        for (int step = 0; step <= last; step++) {
            keeps[step] = ((1L << Short.SIZE - MOVES[step]) - 1) * 0x0001_0001_0001_0001L;
            gains[step] = total >> MOVES[step] + WAITS[step];
        }
    }

    /** Of contexts that many samples share. */
    static LearningSteps longLived(int total) {
        return new LearningSteps(total, WAITS.length - 1);
    }

    /** Of contexts that few samples share, or that follow what changes. */
    static LearningSteps shortLived(int total) {
        return new LearningSteps(total, WAITS.length - 2);
    }

    static int step(int age) {
        return age >> STEP_BITS;
    }

    /** The age at the beginning of the step after this one. */
    int ageAfter(int step) {
        int next = Math.min(step + 1, last);
        return (next << STEP_BITS) + (1 << WAITS[next]);
    }

    /** Four starts after a step. */
    long moved(int step, long starts, long below) {
        return starts - (starts >>> MOVES[step] & keeps[step]) + below * gains[step];
    }
}
