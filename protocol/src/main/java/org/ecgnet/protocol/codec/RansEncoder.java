package org.ecgnet.protocol.codec;

import java.util.Arrays;

/**
 * Asymmetric numeral system (Duda 2013) in its range variant: a state of 32 bits that is renewed by 16 bits at a time. Symbols
 * are kept and written from the last to the first, because a decoder reads them the other way round.
 */
final class RansEncoder implements EntropyCoder {

    /** The state in which encoding begins and decoding ends; it never falls below. */
    static final long LEAST = 1 << 16;

    private static final int STATE_BYTES = 4;

    /** Start in the upper half, frequency in the lower. */
    private int[] symbols;

    private int size;

    /** @param expected symbols that will suffice in most cases */
    RansEncoder(int expected) {
        this.symbols = new int[Math.max(64, expected)];
    }

    @Override
    public int code(int symbol, long[] starts) {
        int start = EntropyCoder.start(symbol, starts);
        put(start, EntropyCoder.start(symbol + 1, starts) - start);
        return symbol;
    }

    @Override
    public int code(int symbol, long starts) {
        int start = EntropyCoder.start(symbol, starts);
        put(start, (symbol == 3 ? TOTAL : EntropyCoder.start(symbol + 1, starts)) - start);
        return symbol;
    }

    @Override
    public int bits(int value, int count) {
        int frequency = TOTAL >> count;
        put(value * frequency, frequency);
        return value;
    }

    private void put(int start, int frequency) {
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, size * 2);
        }
        symbols[size++] = start << 16 | frequency;
    }

    /**
     * Everything that was coded.
     *
     * @param header bytes before it, left empty
     */
    byte[] finish(int header) {
        byte[] out = new byte[header + STATE_BYTES + 2 * size];
        int at = out.length;
        long state = LEAST;
        for (int n = size - 1; n >= 0; n--) {
            int frequency = symbols[n] & 0xFFFF;
            // no branch: one in five symbols gives a word, and no processor foresees which
            out[at - 1] = (byte) state;
            out[at - 2] = (byte) (state >>> 8);
            int full = (int) (((long) frequency << Integer.SIZE - TOTAL_BITS) - 1 - state >>> 63);
            at -= full << 1;
            state >>>= full << 4;
            long quotient = (long) ((double) state / frequency); // exact: below 2^32 by less than 2^15, and quicker
            state = (quotient << TOTAL_BITS) + (state - quotient * frequency) + (symbols[n] >>> 16);
        }
        for (int n = 0; n < STATE_BYTES; n++) {
            out[--at] = (byte) (state >>> 8 * n);
        }
        byte[] written = new byte[header + out.length - at];
        System.arraycopy(out, at, written, header, out.length - at);
        return written;
    }
}
