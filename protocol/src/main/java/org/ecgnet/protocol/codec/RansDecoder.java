package org.ecgnet.protocol.codec;

/** The counterpart of {@link RansEncoder}. Reads zeros behind the end of its bytes; takes any bytes. */
final class RansDecoder implements EntropyCoder {

    private static final long EACH_LANE = 0x0001_0001_0001_0001L;
    private static final long TOPS = 0x8000_8000_8000_8000L;
    private static final int WORD_BYTES = 4;

    private final byte[] in;
    private int at;
    private long state;
    private long other;
    private int check;

    /** @throws FormException when the bytes do not begin with two states */
    RansDecoder(byte[] in, int from) {
        this.in = in;
        int lengths = from < in.length ? in[from] : 0;
        this.at = from + 1;
        this.state = state(lengths >> 4 & 0xF);
        this.other = state(lengths & 0xF);
    }

    private long state(int bytes) {
        long read = 0;
        for (int n = 0; n < bytes && at < in.length; n++) {
            read = read << Byte.SIZE | in[at++] & 0xFF;
        }
        if (read >>> RansEncoder.WORD_BITS >= RansEncoder.LEAST || read < RansEncoder.LEAST) {
            throw new FormException("a state out of its range");
        }
        return read;
    }

    @Override
    public boolean decodes() {
        return true;
    }

    @Override
    public int symbol(int ignored, long[] cells, int base) {
        long now = state;
        int point = (int) now & TOTAL - 1;
        // a lane keeps its top bit when its symbol begins at or before the point
        long points = point * EACH_LANE | TOPS;
        long begun = points - cells[base] & TOPS
                | (points - cells[base + 1] & TOPS) >>> 1
                | (points - cells[base + 2] & TOPS) >>> 2
                | (points - cells[base + 3] & TOPS) >>> 3;
        int symbol = Long.bitCount(begun) - 1;
        int start = EntropyCoder.start(symbol, cells, base);
        advance(now, point - start, EntropyCoder.start(symbol + 1, cells, base) - start);
        return symbol;
    }

    @Override
    public int symbol(int ignored, long starts) {
        long now = state;
        int point = (int) now & TOTAL - 1;
        int symbol = Long.bitCount((point * EACH_LANE | TOPS) - starts & TOPS) - 1;
        int start = EntropyCoder.start(symbol, starts);
        advance(now, point - start, (symbol == 3 ? TOTAL : EntropyCoder.start(symbol + 1, starts)) - start);
        return symbol;
    }

    @Override
    public int low(int ignored, int count) {
        int bits = (int) state & (1 << count) - 1;
        state >>>= count;
        return bits;
    }

    @Override
    public int bits(int ignored, int count) {
        long now = state;
        int point = (int) now & TOTAL - 1;
        int below = TOTAL_BITS - count;
        advance(now, point & (1 << below) - 1, 1 << below);
        int value = point >>> below;
        check = check * RansEncoder.CHECK_FACTOR + value;
        return value;
    }

    /** The states take turns. */
    private void advance(long now, int inSymbol, int frequency) {
        long advanced = frequency * (now >>> TOTAL_BITS) + inSymbol;
        if (advanced < RansEncoder.LEAST) {
            advanced = advanced << RansEncoder.WORD_BITS | word();
        }
        state = other;
        other = advanced;
    }

    private long word() {
        int from = at;
        at = from + WORD_BYTES;
        return at <= in.length ? (int) RansEncoder.WORD.get(in, from) & 0xFFFF_FFFFL : 0;
    }

    /** True when every byte was used and the states are where the encoder began. */
    boolean wholly() {
        return at == in.length && state == RansEncoder.last(check) && other == RansEncoder.LEAST;
    }
}
