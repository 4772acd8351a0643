package org.ecgnet.protocol.codec;

/** The counterpart of {@link RansEncoder}. Reads zeros behind the end of its bytes; takes any bytes. */
final class RansDecoder implements EntropyCoder {

    private static final long EACH_LANE = 0x0001_0001_0001_0001L;
    private static final long TOPS = 0x8000_8000_8000_8000L;

    private final byte[] in;
    private int at;
    private long state;

    RansDecoder(byte[] in, int from) {
        this.in = in;
        this.at = from;
        this.state = (long) next() << 16;
        this.state |= next();
    }

    @Override
    public int code(int ignored, long starts0, long starts4, long starts8, long starts12) {
        int point = (int) state & TOTAL - 1;
        // a lane keeps its top bit when its symbol begins at or before the point
        long points = point * EACH_LANE | TOPS;
        int symbol = Long.bitCount(points - starts0 & TOPS)
                + Long.bitCount(points - starts4 & TOPS)
                + Long.bitCount(points - starts8 & TOPS)
                + Long.bitCount(points - starts12 & TOPS)
                - 1;
        int start = EntropyCoder.start(symbol, starts0, starts4, starts8, starts12);
        int end = symbol == SYMBOLS - 1 ? TOTAL : EntropyCoder.start(symbol + 1, starts0, starts4, starts8, starts12);
        advance(point, start, end - start);
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
        state = frequency * (state >>> TOTAL_BITS) + point - start;
        if (state < RansEncoder.LEAST) {
            state = state << 16 | next();
        }
    }

    private int next() {
        int word = at + 1 < in.length ? (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF : 0;
        at += 2;
        return word;
    }

    /** True when every byte was used and the state is back where the encoder began. */
    boolean wholly() {
        return at == in.length && state == RansEncoder.LEAST;
    }
}
