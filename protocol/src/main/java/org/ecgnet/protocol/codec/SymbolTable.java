package org.ecgnet.protocol.codec;

import java.util.Arrays;

/**
 * Adaptive frequencies of sixteen symbols by context. A context is seven longs, and one unused: four of where each symbol
 * begins; one with where the last ends and the context's age above it; and two that count the symbols, a byte each, until the
 * context learns from them: to count costs a fraction of what learning from every symbol costs.
 *
 * <p>A context waits for some symbols and then moves by half or less towards what they were: a young one waits for one symbol,
 * later for two, four, and up to 32.
 */
final class SymbolTable {

    /** What every symbol has beside what is learnt, so that none is ever impossible. */
    static final int FLOOR = 4;

    /** All frequencies that are learnt. */
    static final int LEARNT = EntropyCoder.TOTAL - EntropyCoder.SYMBOLS * FLOOR;

    /** Longs of a context, as a power of two. */
    static final int LONGS_SHIFT = 3;

    /** Longs of a context. */
    static final int LONGS = 1 << LONGS_SHIFT;

    /** Where in a context its end and its age are: 0 for one that has seen nothing, else {@code step * 64 + symbols to wait for}. */
    private static final int AGE = 4;

    private static final int AGE_AT = 32;
    private static final long ONE_LESS = 1L << AGE_AT;
    private static final int STEP_BITS = 6;
    private static final long WAITING = 63L << AGE_AT;

    /** Where in a context its symbols are counted, a byte each. */
    private static final int COUNTS = 5;

    /** How many symbols each step waits for, as powers of two. */
    private static final int[] WAITS = {0, 0, 1, 2, 3, 4, 5};

    /** By which power of two each step moves. */
    private static final int[] MOVES = {1, 2, 2, 2, 2, 2, 3};

    private static final long[] KEEPS = new long[MOVES.length];
    private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
    private static final long EACH_LANE = 0x0001_0001_0001_0001L;
    private static final long[] FLOORS = new long[4];

    static {
        for (int step = 0; step < MOVES.length; step++) {
            KEEPS[step] = ((1L << Short.SIZE - MOVES[step]) - 1) * EACH_LANE;
        }
        for (int symbol = 0; symbol < EntropyCoder.SYMBOLS; symbol++) {
            FLOORS[symbol / 4] |= (long) symbol * FLOOR << Short.SIZE * (symbol % 4);
        }
    }

    /** All contexts, for {@link EntropyCoder#symbol}. */
    final long[] cells;

    private final int last;

    private SymbolTable(int contexts, int last) {
        this.cells = new long[contexts * LONGS];
        this.last = last;
    }

    /** Of contexts that many samples share. */
    static SymbolTable longLived(int contexts) {
        return new SymbolTable(contexts, MOVES.length - 1);
    }

    /** Of contexts that few samples share, or that follow what changes. */
    static SymbolTable shortLived(int contexts) {
        return new SymbolTable(contexts, MOVES.length - 2);
    }

    /**
     * A context that has seen nothing, for {@link #begin}.
     *
     * @param weights of the sixteen symbols
     */
    static long[] context(int[] weights) {
        long sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        long[] context = new long[LONGS];
        long start = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            context[symbol / 4] |= start * LEARNT / sum + (long) symbol * FLOOR << Short.SIZE * (symbol % 4);
            start += weights[symbol];
        }
        context[AGE] = EntropyCoder.TOTAL;
        return context;
    }

    void forget() {
        Arrays.fill(cells, 0);
    }

    /** Begins with these contexts, again and again until the table is full. */
    void begin(long[] contexts) {
        for (int at = 0; at < cells.length; at += contexts.length) {
            System.arraycopy(contexts, 0, cells, at, contexts.length);
        }
    }

    /** A context that has seen nothing begins as another one is. */
    void inherit(int base, SymbolTable from, int fromBase) {
        if (cells[base + AGE] >>> AGE_AT == 0) {
            System.arraycopy(from.cells, fromBase, cells, base, AGE);
            cells[base + AGE] = EntropyCoder.TOTAL;
        }
    }

    void learn(int base, int symbol) {
        cells[base + COUNTS + (symbol >> 3)] += 1L << (symbol << 3);
        long age = cells[base + AGE] - ONE_LESS;
        cells[base + AGE] = age;
        if ((age & WAITING) == 0 || age < 0) {
            step(base, Math.max(0, (int) (age >> AGE_AT + STEP_BITS)));
        }
    }

    /** Moves the starts towards the symbols that were counted. */
    private void step(int base, int step) {
        long low = cells[base + COUNTS] * EACH_BYTE;
        long high = (cells[base + COUNTS + 1] * EACH_BYTE << Byte.SIZE) + (low >>> 56) * EACH_BYTE;
        low <<= Byte.SIZE;
        long gain = LEARNT >> MOVES[step] + WAITS[step];
        moveFour(base, 0, step, lanes(low) * gain);
        moveFour(base, 1, step, lanes(low >>> 32) * gain);
        moveFour(base, 2, step, lanes(high) * gain);
        moveFour(base, 3, step, lanes(high >>> 32) * gain);
        int next = Math.min(step + 1, last);
        cells[base + AGE] = (long) (next << STEP_BITS | 1 << WAITS[next]) << AGE_AT | EntropyCoder.TOTAL;
        cells[base + COUNTS] = 0;
        cells[base + COUNTS + 1] = 0;
    }

    private void moveFour(int base, int four, int step, long gained) {
        long learnt = cells[base + four] - FLOORS[four];
        cells[base + four] = learnt - (learnt >>> MOVES[step] & KEEPS[step]) + gained + FLOORS[four];
    }

    /** The four low bytes as lanes of 16 bits. */
    private static long lanes(long bytes) {
        long pairs = (bytes & 0xFFFFL) | (bytes & 0xFFFF_0000L) << 16;
        return (pairs | pairs << 8) & 0x00FF_00FF_00FF_00FFL;
    }

    /** The frequency that a context gives a symbol. */
    int frequency(int base, int symbol) {
        return EntropyCoder.start(symbol + 1, cells, base) - EntropyCoder.start(symbol, cells, base);
    }
}
