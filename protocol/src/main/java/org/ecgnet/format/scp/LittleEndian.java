package org.ecgnet.format.scp;

import java.util.Arrays;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** Numbers at places of a section; a place outside it is a damaged file. */
record LittleEndian(byte[] bytes, int number) {

    int length() {
        return bytes.length;
    }

    int u8(int at) {
        return within(at, 1) & 0xFF;
    }

    int u16(int at) {
        within(at, 2);
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    int i16(int at) {
        return (short) u16(at);
    }

    long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    byte[] part(int from, int length) {
        if (length < 0 || from < 0 || from > bytes.length - length) {
            throw new RefusedFile(Refusal.DAMAGED, "section " + number + " ends early");
        }
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    private byte within(int at, int length) {
        if (at < 0 || at > bytes.length - length) {
            throw new RefusedFile(Refusal.DAMAGED, "section " + number + " ends early");
        }
        return bytes[at];
    }
}
