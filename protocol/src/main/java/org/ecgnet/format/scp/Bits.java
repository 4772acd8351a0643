package org.ecgnet.format.scp;

import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** The bits of bytes in their order, the highest of each first. For one pass. */
final class Bits {

    private final byte[] bytes;
    private int at;

    Bits(byte[] bytes) {
        this.bytes = bytes;
    }

    int next() {
        if (at >= 8L * bytes.length) {
            throw new RefusedFile(Refusal.DAMAGED, "the codes end before the samples");
        }
        int bit = bytes[at >> 3] >> 7 - (at & 7) & 1;
        at++;
        return bit;
    }

    /** The next bits as a number in two's complement. */
    int signed(int count) {
        int value = -next();
        for (int bit = 1; bit < count; bit++) {
            value = value << 1 | next();
        }
        return value;
    }
}
