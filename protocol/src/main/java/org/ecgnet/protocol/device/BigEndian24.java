package org.ecgnet.protocol.device;

import java.nio.ByteBuffer;

/** The 24-bit two's complement words, most significant byte first, in which sigma-delta converters send counts. */
public final class BigEndian24 {

    /** The highest count; a converter stays there, or at {@link #LOWEST}, when its input is out of range. */
    public static final int HIGHEST = 0x7F_FFFF;

    public static final int LOWEST = -0x80_0000;

    private BigEndian24() {}

    /** The word that begins at an index of the buffer. */
    public static int at(ByteBuffer bytes, int index) {
        return bytes.get(index) << 16 | (bytes.get(index + 1) & 0xFF) << 8 | bytes.get(index + 2) & 0xFF;
    }
}
