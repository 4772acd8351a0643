package org.ecgnet.protocol.codec;

import java.util.Arrays;

/**
 * Adaptive frequencies of sixteen symbols by context. A context is four longs of four lanes: where each symbol begins, of
 * {@link #LEARNT} in all; the lane of the first symbol, which always begins at 0, holds the context's age; and two longs that
 * count the symbols, a byte each, until the context learns from them (see {@link LearningSteps}): to count costs a fraction of
 * what learning from every symbol costs.
 */
final class SymbolTable {

    /** What every symbol has beside what is learnt, so that none is ever impossible. */
    static final int FLOOR = 4;

    /** All frequencies that are learnt. */
    static final int LEARNT = EntropyCoder.TOTAL - EntropyCoder.SYMBOLS * FLOOR;

    /** Longs of a context. */
    static final int LONGS = 6;

    /** Where in a context its symbols are counted, a byte each. */
    private static final int COUNTS = 4;

    private static final long EACH_BYTE = 0x0101_0101_0101_0101L;

    /** The age's lane. */
    static final long AGE = 0xFFFFL;

    private final long[] cells;
    private final LearningSteps steps;

    private SymbolTable(int contexts, LearningSteps steps) {
        this.cells = new long[contexts * LONGS];
        this.steps = steps;
    }

    static SymbolTable longLived(int contexts) {
        return new SymbolTable(contexts, LearningSteps.longLived(LEARNT));
    }

    static SymbolTable shortLived(int contexts) {
        return new SymbolTable(contexts, LearningSteps.shortLived(LEARNT));
    }

    /** Where a context lies. */
    static int base(int context) {
        return context * LONGS;
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

    long four(int at) {
        return cells[at];
    }

    /** A context that has seen nothing begins as another one is. */
    void inherit(int base, SymbolTable from, int fromBase) {
        if ((cells[base] & AGE) == 0) {
            cells[base] = from.cells[fromBase] & ~AGE;
            cells[base + 1] = from.cells[fromBase + 1];
            cells[base + 2] = from.cells[fromBase + 2];
            cells[base + 3] = from.cells[fromBase + 3];
        }
    }

    void learn(int base, int symbol) {
        cells[base + COUNTS + (symbol >> 3)] += 1L << (symbol << 3);
        long first = cells[base];
        int age = (int) (first & AGE);
        if ((age & LearningSteps.WAITING) > 1) {
            cells[base] = first - 1;
        } else {
            step(base, LearningSteps.step(age));
        }
    }

    /** Moves the starts towards the symbols that were counted. */
    private void step(int base, int step) {
        long low = cells[base + COUNTS] * EACH_BYTE;
        long high = (cells[base + COUNTS + 1] * EACH_BYTE << Byte.SIZE) + (low >>> 56) * EACH_BYTE;
        low <<= Byte.SIZE;
        cells[base] = steps.moved(step, cells[base] & ~AGE, lanes(low)) | steps.ageAfter(step);
        cells[base + 1] = steps.moved(step, cells[base + 1], lanes(low >>> 32));
        cells[base + 2] = steps.moved(step, cells[base + 2], lanes(high));
        cells[base + 3] = steps.moved(step, cells[base + 3], lanes(high >>> 32));
        cells[base + COUNTS] = 0;
        cells[base + COUNTS + 1] = 0;
    }

    /** The four low bytes as lanes of 16 bits. */
    private static long lanes(long bytes) {
        long pairs = (bytes & 0xFFFFL) | (bytes & 0xFFFF_0000L) << 16;
        return (pairs | pairs << 8) & 0x00FF_00FF_00FF_00FFL;
    }

    /** The frequency that a context gives a symbol, of {@link #LEARNT}. */
    int frequency(int base, int symbol) {
        int start = symbol == 0 ? 0 : start(base, symbol);
        return (symbol == EntropyCoder.SYMBOLS - 1 ? LEARNT : start(base, symbol + 1)) - start;
    }

    private int start(int base, int symbol) {
        return EntropyCoder.start(symbol & 3, cells[base + (symbol >> 2)]);
    }

    /** Every symbol's floor, up to where it begins. */
    static long floors(int from) {
        long lanes = 0;
        for (int n = 0; n < 4; n++) {
            lanes |= (long) (from + n) * FLOOR << Short.SIZE * n;
        }
        return lanes;
    }
}
