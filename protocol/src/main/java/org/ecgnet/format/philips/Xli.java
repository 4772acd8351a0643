package org.ecgnet.format.philips;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/**
 * XLI: one block a lead, of 8 bytes head (u32 length, u16 of no known meaning, i16 first difference) and LZW codes. The
 * codes give all upper bytes, then all lower bytes, of 16-bit numbers: two samples, then what the prediction from the
 * two samples before misses, plus 64.
 */
final class Xli {

    private static final int HEAD = 8;
    private static final int CODE_BITS = 10;
    private static final int HIGHEST_CODE = (1 << CODE_BITS) - 2;
    private static final int BYTES_VALUES = 256;
    private static final int OFFSET = 64;

    /** A mark of the end and what fills up the last words of a block. */
    private static final int MOST_PADDING_BITS = 64;

    private Xli() {}

    /** The leads of the blocks, each of so many samples. */
    static List<int[]> leads(byte[] blocks, int samples, int mostLeads) {
        List<int[]> leads = new ArrayList<>();
        int at = 0;
        while (at + HEAD <= blocks.length && leads.size() < mostLeads) {
            long length = u16(blocks, at) | (long) u16(blocks, at + 2) << 16;
            int first = (short) u16(blocks, at + 6);
            at += HEAD;
            if (length > blocks.length - at) {
                throw new RefusedFile(Refusal.DAMAGED, "a compressed lead ends early");
            }
            byte[] halves = unpack(blocks, at, (int) length, 2 * samples);
            leads.add(samples(halves, samples, first));
            at += (int) length;
        }
        return leads;
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static byte[] unpack(byte[] bytes, int from, int length, int most) {
        CartWaveform.fits(2, most);
        byte[][] strings = new byte[HIGHEST_CODE + 1][];
        for (int value = 0; value < BYTES_VALUES; value++) {
            strings[value] = new byte[] {(byte) value};
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] before = new byte[0];
        int next = BYTES_VALUES;
        int bit = 0;
        for (; bit + CODE_BITS <= 8 * length && out.size() < most; bit += CODE_BITS) {
            int code = code(bytes, from, bit);
            if (code > HIGHEST_CODE) {
                break;
            }
            byte[] string;
            if (code < next) {
                string = strings[code];
            } else if (code == next && before.length > 0) {
                string = longer(before, before[0]);
            } else {
                throw new RefusedFile(Refusal.DAMAGED, "a code before its string");
            }
            if (before.length > 0 && next <= HIGHEST_CODE) {
                strings[next++] = longer(before, string[0]);
            }
            out.writeBytes(string);
            before = string;
        }
        // all upper bytes come before all lower ones: of another length, the halves would not belong together
        if (out.size() != most || 8 * length - bit > MOST_PADDING_BITS) {
            throw new RefusedFile(Refusal.DAMAGED, "a compressed lead of other than " + most / 2 + " samples");
        }
        return out.toByteArray();
    }

    private static int code(byte[] bytes, int from, int bit) {
        int code = 0;
        for (int at = bit; at < bit + CODE_BITS; at++) {
            code = code << 1 | bytes[from + (at >> 3)] >> 7 - (at & 7) & 1;
        }
        return code;
    }

    private static byte[] longer(byte[] string, byte last) {
        byte[] longer = java.util.Arrays.copyOf(string, string.length + 1);
        longer[string.length] = last;
        return longer;
    }

    private static int[] samples(byte[] halves, int samples, int first) {
        int[] numbers = new int[samples];
        for (int at = 0; at < samples; at++) {
            numbers[at] = halves[at] << 8 | halves[samples + at] & 0xFF;
        }
        int missed = first;
        for (int at = 2; at < samples; at++) {
            int sample = (short) (2 * numbers[at - 1] - numbers[at - 2] - missed);
            missed = numbers[at] - OFFSET;
            numbers[at] = sample;
        }
        return numbers;
    }
}
