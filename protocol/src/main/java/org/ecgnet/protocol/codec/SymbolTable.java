package org.ecgnet.protocol.codec;

import java.util.Arrays;

/**
 * Adaptive frequencies of sixteen symbols by context. A context is four longs of four lanes: where each symbol begins, of
 * {@link #LEARNT} in all; the lane of the first symbol, which always begins at 0, holds the context's age.
 */
final class SymbolTable {

    /** What every symbol has beside what is learnt, so that none is ever impossible. */
    static final int FLOOR = 4;

    /** All frequencies that are learnt. */
    static final int LEARNT = EntropyCoder.TOTAL - EntropyCoder.SYMBOLS * FLOOR;

    /** Longs of a context. */
    static final int LONGS = 4;

    /** The age's lane. */
    static final long AGE = 0xFFFFL;

    private final long[] cells;
    private final LearningRates rates;

    private SymbolTable(int contexts, LearningRates rates) {
        this.cells = new long[contexts * LONGS];
        this.rates = rates;
    }

    static SymbolTable longLived(int contexts) {
        return new SymbolTable(contexts, LearningRates.longLived(EntropyCoder.SYMBOLS, LEARNT));
    }

    static SymbolTable shortLived(int contexts) {
        return new SymbolTable(contexts, LearningRates.shortLived(EntropyCoder.SYMBOLS, LEARNT));
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
        long first = cells[base];
        int rate = rates.rate((int) (first & AGE));
        int shift = LearningRates.shift(rate);
        long mask = rates.mask(rate);
        int gain = rates.gain(rate, symbol);
        cells[base] = first - (first >>> shift & mask & ~AGE) + rates.gainAt(gain);
        cells[base + 1] += rates.gainAt(gain + 1) - (cells[base + 1] >>> shift & mask);
        cells[base + 2] += rates.gainAt(gain + 2) - (cells[base + 2] >>> shift & mask);
        cells[base + 3] += rates.gainAt(gain + 3) - (cells[base + 3] >>> shift & mask);
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
