package org.ecgnet.protocol.codec;

/**
 * A residual as one symbol of sixteen: fifteen values around zero, in units of {@code 2^shift} where residuals are large, and
 * one that says that it is farther away. Any int32 has a code.
 */
final class Residuals {

    /** Of how large residuals are around a sample. */
    static final int LEVELS = 32;

    /** What contexts by level begin with: two-sided geometric about zero. */
    static final long[] INITIAL = new long[LEVELS * SymbolTable.LONGS];

    private static final int MOST = 7;
    private static final int FAR = 2 * MOST + 1;
    /** Five times the residuals' mean size becomes the level; the shift leaves a mean size below three. */
    private static final int[] SHIFT = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6, 6, 6, 7, 7,
    };
    /** Mean size of a residual at each level after its shift, in sixteenths. */
    private static final int[] SIZE_SIXTEENTHS = {
        2, 6, 13, 19, 26, 32, 38, 45, 26, 30, 36, 43, 26, 30, 36, 43, 26, 30, 36, 43, 26, 30, 36, 43, 26, 38, 26, 32,
        38, 45, 26, 29,
    };

    private static final int MOST_LEVELLED = 2048;
    private static final byte[] LEVEL = new byte[MOST_LEVELLED + 1];

    static {
        for (int size = 0; size <= MOST_LEVELLED; size++) {
            LEVEL[size] = (byte) levelOf(size);
        }
        for (int level = 0; level < LEVELS; level++) {
            begin(level);
        }
    }

    private Residuals() {}

    /** Weights fall by {@code size / (size + 1)} with each step from zero; all beyond seven are the last symbol's. */
    private static void begin(int level) {
        int size = SIZE_SIXTEENTHS[level];
        int[] weights = new int[EntropyCoder.SYMBOLS];
        int weight = 1 << 20;
        int sum = 0;
        for (int away = 0; away <= MOST; away++) {
            weights[MOST - away] = weight;
            weights[MOST + away] = weight;
            sum += away == 0 ? weight : 2 * weight;
            weight = weight / (size + 16) * size;
        }
        weights[FAR] = weight / 16 * (size + 16) * 2;
        sum += weights[FAR];
        long start = 0;
        for (int symbol = 0; symbol < EntropyCoder.SYMBOLS; symbol++) {
            long share = start * SymbolTable.LEARNT / sum;
            INITIAL[level * SymbolTable.LONGS + symbol / 4] |= share << Short.SIZE * (symbol % 4);
            start += weights[symbol];
        }
    }

    /** Bits below the symbol at a level. */
    static int shift(int level) {
        return SHIFT[level];
    }

    /** Steps of one up to 8, then four to each doubling, and fewer beyond 128. */
    static int level(int size) {
        return LEVEL[Math.min(size, MOST_LEVELLED)];
    }

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

    /** @param residual any value when decoding */
    static int code(EntropyCoder coder, SymbolContexts contexts, Surroundings at, int residual) {
        int shift = at.shift;
        int half = 1 << shift >> 1;
        int units = residual + half >> shift;
        int symbol = units >= -MOST && units <= MOST ? units + MOST : FAR;
        int coded = contexts.code(coder, symbol, at);
        int decoded = coded == FAR ? far(coder, units) : coded - MOST;
        return shift == 0 ? decoded : (decoded << shift | coder.bits(residual + half & (1 << shift) - 1, shift)) - half;
    }

    /** The sign, and how much farther than seven. */
    private static int far(EntropyCoder coder, int units) {
        int sign = coder.bits(units >>> 31, 1);
        int more = coder.seldom((units ^ -sign) - MOST + sign - 1);
        return more + MOST + 1 - sign ^ -sign;
    }
}
