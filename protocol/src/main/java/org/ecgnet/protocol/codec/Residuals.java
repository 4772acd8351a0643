package org.ecgnet.protocol.codec;

/**
 * A residual as one symbol of sixteen: fifteen values around zero, in units of {@code 2^shift} where residuals are large, and
 * one that says that it is farther away. Any int32 has a code. How large residuals are around a sample is its level, of 32.
 */
final class Residuals {

    /** Of how large residuals are around a sample. */
    static final int LEVELS = 32;

    /** What is looked at of a residual's size. */
    static final int MOST_SIZE = 1 << 20;

    /** What contexts by level begin with: two-sided geometric about zero. */
    static final long[] INITIAL = new long[LEVELS * SymbolTable.LONGS];

    private static final int MOST = 7;
    private static final int FAR = 2 * MOST + 1;
    /** Five times the residuals' mean size becomes the level; the shift leaves a mean size of few units. */
    private static final int[] SHIFT = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5,
    };
    /** Mean size of a residual at each level after its shift, in sixteenths. */
    private static final int[] SIZE_SIXTEENTHS = {
        2, 6, 13, 19, 26, 32, 38, 45, 26, 30, 36, 43, 26, 30, 36, 43, 26, 30, 36, 43, 26, 30, 36, 43, 26, 38, 52, 64,
        76, 90, 104, 232,
    };

    private static final int MOST_LEVELLED = 2048;
    private static final int SHIFT_BITS = SymbolTable.LONGS_SHIFT;
    private static final short[] LEVEL = new short[MOST_LEVELLED + 1];

    static {
        for (int size = 0; size <= MOST_LEVELLED; size++) {
            int level = levelOf(size);
            LEVEL[size] = (short) (level << SHIFT_BITS | SHIFT[level]);
        }
        for (int level = 0; level < LEVELS; level++) {
            long[] context = SymbolTable.context(geometric(SIZE_SIXTEENTHS[level]));
            System.arraycopy(context, 0, INITIAL, level * SymbolTable.LONGS, context.length);
        }
    }

    private Residuals() {}

    /** Weights fall by {@code size / (size + 1)} with each step from zero; all beyond seven are the last symbol's. */
    private static int[] geometric(int size) {
        int[] weights = new int[EntropyCoder.SYMBOLS];
        int weight = 1 << 20;
        for (int away = 0; away <= MOST; away++) {
            weights[MOST - away] = weight;
            weights[MOST + away] = weight;
            weight = weight / (size + 16) * size;
        }
        weights[FAR] = weight / 16 * (size + 16) * 2;
        return weights;
    }

    /**
     * The level of a sample: its context in a table by level, and in the low bits its shift.
     *
     * @param around half of it is five times the mean size of the residuals around the sample
     */
    static int level(int around) {
        return LEVEL[Math.min(around >> 1, MOST_LEVELLED)];
    }

    /** Bits of the residual below its symbol. */
    static int shift(int level) {
        return level & (1 << SHIFT_BITS) - 1;
    }

    /** The level's context in a table by level. */
    static int base(int level) {
        return level >> SHIFT_BITS << SHIFT_BITS;
    }

    /** Which of the 32. */
    static int number(int level) {
        return level >> SHIFT_BITS;
    }

    /** Steps of one up to 8, then four to each doubling, and fewer beyond 128. */
    private static int levelOf(int size) {
        if (size < 8) {
            return size;
        }
        if (size >= 512) {
            return size < MOST_LEVELLED ? 30 : 31;
        }
        if (size >= 128) {
            return 24 + (size - 128 >> 6);
        }
        int doublings = 29 - Integer.numberOfLeadingZeros(size);
        return 4 + 4 * doublings + (size >>> doublings & 3);
    }

    /** What counts of a residual's size; the least int, which has no positive, counts as 0. */
    static int size(int residual) {
        return Math.min(Math.abs(residual) & Integer.MAX_VALUE, MOST_SIZE);
    }

    /** The symbol of a residual whose low bits ride on it. */
    static int symbol(int residual, int shift) {
        int above = (residual + half(shift) >> shift) + MOST;
        return above >= 0 && above < FAR ? above : FAR;
    }

    /** What is added before the low bits are cut off, so that zero lies in the middle of its symbol. */
    static int half(int shift) {
        return 1 << shift >> 1;
    }

    /**
     * The residual of a symbol, of which the coder may still have to code how far it is.
     *
     * @param low the bits below the symbol
     * @param residual any value when decoding
     */
    static int residual(EntropyCoder coder, int symbol, int low, int shift, int residual) {
        int half = half(shift);
        int units = symbol == FAR ? far(coder, residual + half >> shift) : symbol - MOST;
        return (units << shift | low) - half;
    }

    /** The sign, and how much farther than seven. */
    private static int far(EntropyCoder coder, int units) {
        int sign = coder.bits(units >>> 31, 1);
        int more = coder.seldom((units ^ -sign) - MOST + sign - 1);
        return more + MOST + 1 - sign ^ -sign;
    }
}
