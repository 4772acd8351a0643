package org.ecgnet.protocol.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Asymmetric numeral systems (Duda 2013) in the range variant: two states of 52 bits that take turns and are renewed by 32 bits
 * at a time. Symbols are kept and written from the last to the first, because a decoder reads them the other way round.
 */
final class RansEncoder implements EntropyCoder {

    /** No state falls below; encoding begins with it and decoding ends with it, but for {@link #last}. */
    static final long LEAST = 1L << TOTAL_BITS + MOST_LOW_BITS;

    /** Bits of a word by which a state is renewed. */
    static final int WORD_BITS = 32;

    /** Words are stored high byte first. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** Of Knuth's multiplicative hashing. */
    static final int CHECK_FACTOR = 0x9E37_79B1;

    private static final int WORD_BYTES = 4;

    private static final int FREQUENCY_AT = 16;
    private static final int LOW_COUNT_AT = 32;
    private static final int LOW_AT = 40;

    /** Start, frequency, how many low bits, the low bits. */
    private long[] symbols;

    private int size;
    private long low;
    private int check;

    /** @param expected symbols that will suffice in most cases */
    RansEncoder(int expected) {
        this.symbols = new long[Math.max(64, expected)];
    }

    @Override
    public boolean decodes() {
        return false;
    }

    @Override
    public int symbol(int symbol, long[] cells, int base) {
        int start = EntropyCoder.start(symbol, cells, base);
        put(start, EntropyCoder.start(symbol + 1, cells, base) - start);
        return symbol;
    }

    @Override
    public int symbol(int symbol, long starts) {
        int start = EntropyCoder.start(symbol, starts);
        put(start, (symbol == 3 ? TOTAL : EntropyCoder.start(symbol + 1, starts)) - start);
        return symbol;
    }

    @Override
    public int low(int value, int count) {
        int bits = value & (1 << count) - 1;
        low = (long) bits << LOW_AT | (long) count << LOW_COUNT_AT;
        return bits;
    }

    @Override
    public int bits(int value, int count) {
        int frequency = TOTAL >> count;
        put(value * frequency, frequency);
        check = check * CHECK_FACTOR + value;
        return value;
    }

    private void put(int start, int frequency) {
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, size * 2);
        }
        symbols[size++] = low | (long) frequency << FREQUENCY_AT | start;
        low = 0;
    }

    /**
     * Everything that was coded.
     *
     * @param header bytes before it, left empty
     */
    byte[] finish(int header) {
        long state = last(check);
        long other = LEAST;
        int words = size; // those written take the places of symbols already read
        for (int n = size - 1; n >= 0; n--) {
            long symbol = symbols[n];
            int count = (int) (symbol >>> LOW_COUNT_AT) & 0xFF;
            long frequency = symbol >>> FREQUENCY_AT & 0xFFFF;
            long full = other;
            if (full >= frequency << WORD_BITS + MOST_LOW_BITS - count) {
                symbols[--words] = full;
                full >>>= WORD_BITS;
            }
            long quotient = (long) ((double) full / frequency); // exact: a whole number below 2^52
            other = state;
            state = (quotient << TOTAL_BITS) + (full - quotient * frequency) + (symbol & 0xFFFF) << count
                    | symbol >>> LOW_AT;
        }
        return written(header, state, other, words);
    }

    /**
     * The state that is left when all is decoded. What was coded as mere bits, such as the weights of a prediction, leaves its
     * mark there: samples may come out the same with other weights, and that would be damage that nobody notices.
     */
    static long last(int check) {
        return LEAST | check & LEAST - 1;
    }

    private byte[] written(int header, long state, long other, int words) {
        int stateBytes = bytes(state);
        int otherBytes = bytes(other);
        byte[] out = new byte[header + 1 + stateBytes + otherBytes + WORD_BYTES * (size - words)];
        out[header] = (byte) (stateBytes << 4 | otherBytes);
        int at = put(out, header + 1, state, stateBytes);
        at = put(out, at, other, otherBytes);
        for (int n = words; n < size; n++) {
            WORD.set(out, at, (int) symbols[n]);
            at += WORD_BYTES;
        }
        return out;
    }

    private static int bytes(long state) {
        return (Long.SIZE + Byte.SIZE - 1 - Long.numberOfLeadingZeros(state)) / Byte.SIZE;
    }

    /** High byte first; gives the place behind it. */
    private static int put(byte[] out, int at, long state, int bytes) {
        for (int n = 0; n < bytes; n++) {
            out[at + n] = (byte) (state >>> Byte.SIZE * (bytes - 1 - n));
        }
        return at + bytes;
    }
}
