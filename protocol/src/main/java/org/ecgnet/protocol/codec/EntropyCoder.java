package org.ecgnet.protocol.codec;

/**
 * Codes symbols of known frequency: an encoder writes the symbol it is given and returns it, a decoder ignores what it is
 * given and returns the one that was written. So one description of a model serves both directions, and they cannot
 * disagree.
 *
 * <p>Frequencies are in 1/32768. Where the symbols begin is given in lanes of 16 bits, four to a long, the first symbol
 * lowest and beginning at 0: so that a decoder finds a symbol by one subtraction for four of them.
 */
interface EntropyCoder {

    /** Binary digits of the frequencies. */
    int TOTAL_BITS = 15;

    /** All frequencies together. */
    int TOTAL = 1 << TOTAL_BITS;

    /** Symbols of {@link #symbol}. */
    int SYMBOLS = 16;

    /** Most bits of {@link #low}. */
    int MOST_LOW_BITS = 5;

    /** Binary digits of the longest {@link #seldom} number. */
    int MOST_SELDOM_BITS = 30;

    /** True for a decoder, which gives back what was written and not what it is given. */
    boolean decodes();

    /**
     * One of sixteen symbols.
     *
     * @param symbol any value when decoding
     * @param cells from {@code base} on: four longs of where the symbols begin, and {@link #TOTAL} in the lowest lane of a fifth
     */
    int symbol(int symbol, long[] cells, int base);

    /** One of four symbols. Any value when decoding. */
    int symbol(int symbol, long starts);

    /**
     * Bits without a model that ride on the next symbol.
     *
     * @param value any; what is above the bits is left out
     * @param count 0 to {@link #MOST_LOW_BITS}
     */
    int low(int value, int count);

    /**
     * Bits without a model.
     *
     * @param value below {@code 2^count}; any value when decoding
     * @param count 0 to 15
     */
    int bits(int value, int count);

    /**
     * As {@link #bits}, the high part first.
     *
     * @param count 0 to 31
     */
    default int plain(int value, int count) {
        int read = 0;
        for (int left = count; left > 0; left -= Math.min(left, TOTAL_BITS)) {
            int now = Math.min(left, TOTAL_BITS);
            read = read << now | bits(value >>> left - now & (1 << now) - 1, now);
        }
        return read;
    }

    /**
     * A whole number that is seldom large: Elias's gamma code of the number above it.
     *
     * @param value 0 to 2^31 - 2; any value when decoding
     */
    default int seldom(int value) {
        int above = value + 1;
        int length = 31 - Integer.numberOfLeadingZeros(above | 1);
        int coded = 0;
        while (coded < MOST_SELDOM_BITS && bits(coded < length ? 1 : 0, 1) == 1) {
            coded++;
        }
        return (1 << coded | plain(above & (1 << coded) - 1, coded)) - 1;
    }

    /** Any int32: its sign, its length in five bits and its bits. */
    default int whole(int value) {
        int sign = bits(value >>> 31, 1);
        int size = value ^ -sign;
        int length = bits(Integer.SIZE - Integer.numberOfLeadingZeros(size), 5);
        return plain(size, length) ^ -sign;
    }

    /** Where a symbol of sixteen begins; all of them end where the seventeenth would begin. */
    static int start(int symbol, long[] cells, int base) {
        return start(symbol, cells[base + (symbol >> 2)]);
    }

    /** Where a symbol of four begins; only the symbol's two low bits count. */
    static int start(int symbol, long starts) {
        return (int) (starts >>> (symbol << 4)) & 0xFFFF;
    }
}
