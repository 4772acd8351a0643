package org.ecgnet.protocol.codec;

import java.util.Arrays;

/**
 * Form 1: the second difference of each lead as a zigzag variable-length integer of 7 bits a byte, low bits first.
 *
 * <p>{@code 01 | lead 0: z(d0) z(d1) ... | lead 1: ...} with {@code d[n] = x[n] - 2 x[n-1] + x[n-2]} in wrapping 32-bit
 * arithmetic and zeros before the start, so that any int32 returns exactly.
 */
final class PlainForm {

    static final byte FORM = 1;
    private static final int MAX_BYTES_A_SAMPLE = 5;

    private PlainForm() {}

    static byte[] pack(int[][] counts) {
        int samples = counts.length == 0 ? 0 : counts[0].length;
        byte[] out = new byte[1 + counts.length * samples * MAX_BYTES_A_SAMPLE];
        out[0] = FORM;
        int at = 1;
        for (int[] lead : counts) {
            int last = 0;
            int before = 0;
            for (int value : lead) {
                int difference = value - 2 * last + before;
                int left = difference << 1 ^ difference >> 31;
                while ((left & ~0x7F) != 0) {
                    out[at++] = (byte) (left | 0x80);
                    left >>>= 7;
                }
                out[at++] = (byte) left;
                before = last;
                last = value;
            }
        }
        return Arrays.copyOf(out, at);
    }

    static Unpacked unpack(byte[] packed, int leads, int samples) {
        if ((long) leads * samples > packed.length - 1L) {
            return new Unpacked.Refused(
                    packed.length + " bytes (expected: at least one a sample, " + leads + " x " + samples + ")");
        }
        int[][] counts = new int[leads][samples];
        int at = 1;
        for (int[] lead : counts) {
            int last = 0;
            int before = 0;
            for (int n = 0; n < samples; n++) {
                int zigzag = 0;
                int shift = 0;
                byte next;
                do {
                    if (at == packed.length || shift == 7 * MAX_BYTES_A_SAMPLE) {
                        return new Unpacked.Refused("the samples end in the middle");
                    }
                    next = packed[at++];
                    zigzag |= (next & 0x7F) << shift;
                    shift += 7;
                } while (next < 0);
                int value = (zigzag >>> 1 ^ -(zigzag & 1)) + 2 * last - before;
                lead[n] = value;
                before = last;
                last = value;
            }
        }
        return at == packed.length
                ? new Unpacked.Samples(counts)
                : new Unpacked.Refused((packed.length - at) + " bytes left over");
    }
}
