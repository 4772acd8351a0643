package org.ecgnet.protocol.codec;

/** The counterpart of {@link RansEncoder}. Reads zeros behind the end of its bytes; takes any bytes. */
final class RansDecoder implements EntropyCoder {

    private static final long EACH_LANE = 0x0001_0001_0001_0001L;
    private static final long TOPS = 0x8000_8000_8000_8000L;

    private final byte[] in;
    private int at;
    private long state;
    private int word;

    RansDecoder(byte[] in, int from) {
        this.in = in;
        this.at = from;
        this.state = (long) next() << 16;
        this.state |= next();
        this.word = word();
    }

    @Override
    public int code(int ignored, long[] starts) {
        int point = (int) state & TOTAL - 1;
        // a lane keeps its top bit when its symbol begins at or before the point
        long points = point * EACH_LANE | TOPS;
        long begun = points - starts[0] & TOPS
                | (points - starts[1] & TOPS) >>> 1
                | (points - starts[2] & TOPS) >>> 2
                | (points - starts[3] & TOPS) >>> 3;
        int symbol = Long.bitCount(begun) - 1;
        int start = EntropyCoder.start(symbol, starts);
        advance(point, start, EntropyCoder.start(symbol + 1, starts) - start);
        return symbol;
    }

    @Override
    public int code(int ignored, long starts) {
        int point = (int) state & TOTAL - 1;
        int symbol = Long.bitCount((point * EACH_LANE | TOPS) - starts & TOPS) - 1;
        int start = EntropyCoder.start(symbol, starts);
        advance(point, start, (symbol == 3 ? TOTAL : EntropyCoder.start(symbol + 1, starts)) - start);
        return symbol;
    }

    @Override
    public int bits(int ignored, int count) {
        int point = (int) state & TOTAL - 1;
        int below = TOTAL_BITS - count;
        advance(point, point >>> below << below, 1 << below);
        return point >>> below;
    }

    private void advance(int point, int start, int frequency) {
        long advanced = frequency * (state >>> TOTAL_BITS) + point - start;
        // no branch: one in five symbols needs a word, and no processor foresees which
        int missing = (int) (advanced - RansEncoder.LEAST >>> 63);
        state = advanced << (missing << 4) | word & -missing;
        at += missing << 1;
        word = word();
    }

    private int word() {
        return at + 1 < in.length ? (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF : 0;
    }

    private int next() {
        int next = word();
        at += 2;
        return next;
    }

    /** True when every byte was used and the state is back where the encoder began. */
    boolean wholly() {
        return at == in.length && state == RansEncoder.LEAST;
    }
}
