package org.ecgnet.hub.identity.factor;

/** RFC 4648 section 6, without padding. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int waiting = 0;
        for (byte one : bytes) {
            held = (held << Byte.SIZE) | (one & 0xFF);
            waiting += Byte.SIZE;
            while (waiting >= BITS) {
                waiting -= BITS;
                text.append(ALPHABET.charAt((held >>> waiting) & 0x1F));
            }
            held &= (1 << waiting) - 1;
        }
        if (waiting > 0) {
            text.append(ALPHABET.charAt((held << (BITS - waiting)) & 0x1F));
        }
        return text.toString();
    }
}
