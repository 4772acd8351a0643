package org.ecgnet.format.scp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/**
 * The code tables of section 2 and the decoding by them.
 *
 * <p>The standard's own table (EN 1064, annex C): 0 is {@code 0}; the numbers 1, -1, 2, -2 ... 8, -8 are k ones, a zero
 * and a bit for the sign, k being 1 to 8; nine ones and a zero come before an 8-bit number, ten ones before a 16-bit one.
 */
final class HuffmanTables {

    private static final int STANDARD_TABLE = 19_999;
    private static final int MOST_TABLES = 32;
    private static final int MOST_CODES = 1024;
    private static final int CODE_BYTES = 9;
    private static final int MOST_PREFIX = 32;

    private final List<List<Code>> tables;

    /**
     * @param prefixBits bits of the prefix, which is {@code prefix}
     * @param moreBits of the number that follows, 0 where {@code value} is it
     * @param switches {@code value} is the number of the table to go on with
     */
    private record Code(int prefixBits, long prefix, int moreBits, boolean switches, int value) {}

    private HuffmanTables(List<List<Code>> tables) {
        this.tables = tables;
    }

    /** The tables of a section 2; without one the numbers are plain 16-bit ones, and the answer is empty. */
    static Optional<HuffmanTables> of(Optional<LittleEndian> section) {
        return section.map(HuffmanTables::read);
    }

    private static HuffmanTables read(LittleEndian section) {
        int count = section.u16(0);
        if (count == STANDARD_TABLE) {
            return new HuffmanTables(List.of(standard()));
        }
        if (count < 1 || count > MOST_TABLES) {
            throw new RefusedFile(Refusal.DAMAGED, "section 2 has " + count + " tables");
        }
        List<List<Code>> tables = new ArrayList<>();
        int at = 2;
        for (int table = 0; table < count; table++) {
            int codes = section.u16(at);
            at += 2;
            if (codes < 1 || codes > MOST_CODES) {
                throw new RefusedFile(Refusal.DAMAGED, "section 2 has a table of " + codes + " codes");
            }
            List<Code> read = new ArrayList<>();
            for (int code = 0; code < codes; code++, at += CODE_BYTES) {
                read.add(code(section, at));
            }
            tables.add(read);
        }
        return new HuffmanTables(tables);
    }

    private static Code code(LittleEndian section, int at) {
        int prefixBits = section.u8(at);
        int allBits = section.u8(at + 1);
        if (prefixBits < 1 || prefixBits > MOST_PREFIX || allBits < prefixBits || allBits - prefixBits > 24) {
            throw new RefusedFile(Refusal.DAMAGED, "section 2 has a code of " + allBits + " bits");
        }
        // the base code is written lowest bit first
        long prefix = Long.reverse(section.u32(at + 5)) >>> 64 - prefixBits;
        return new Code(prefixBits, prefix, allBits - prefixBits, section.u8(at + 2) == 0, section.i16(at + 3));
    }

    private static List<Code> standard() {
        List<Code> codes = new ArrayList<>();
        codes.add(new Code(1, 0, 0, false, 0));
        for (int size = 1; size <= 8; size++) {
            long ones = (1L << size) - 1;
            codes.add(new Code(size + 2, ones << 2, 0, false, size));
            codes.add(new Code(size + 2, ones << 2 | 1, 0, false, -size));
        }
        codes.add(new Code(10, 0b11_1111_1110, 8, false, 0));
        codes.add(new Code(10, 0b11_1111_1111, 16, false, 0));
        return codes;
    }

    /** So many numbers from the bits, highest bit of each byte first. */
    int[] decode(byte[] bytes, int numbers) {
        if (numbers > 8L * bytes.length) {
            throw new RefusedFile(Refusal.DAMAGED, "fewer codes than samples");
        }
        int[] decoded = new int[numbers];
        Bits bits = new Bits(bytes);
        List<Code> table = tables.get(0);
        int done = 0;
        int switched = 0;
        while (done < numbers) {
            Code code = next(bits, table);
            if (code.switches()) {
                if (code.value() < 1 || code.value() > tables.size() || ++switched > numbers) {
                    throw new RefusedFile(Refusal.DAMAGED, "a code names a table that is not there");
                }
                table = tables.get(code.value() - 1);
            } else {
                decoded[done++] = code.moreBits() == 0 ? code.value() : bits.signed(code.moreBits());
            }
        }
        return decoded;
    }

    private static Code next(Bits bits, List<Code> table) {
        for (Code code : table) {
            if (bits.peek(code.prefixBits()) == code.prefix()) {
                bits.skip(code.prefixBits());
                return code;
            }
        }
        throw new RefusedFile(Refusal.DAMAGED, "a code that is in no table");
    }

    private static final class Bits {

        private final byte[] bytes;
        private int at;

        Bits(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The next bits as a number; -1 when there are not so many. */
        long peek(int count) {
            if (at + (long) count > 8L * bytes.length) {
                return -1;
            }
            long value = 0;
            for (int bit = at; bit < at + count; bit++) {
                value = value << 1 | bytes[bit >> 3] >> 7 - (bit & 7) & 1;
            }
            return value;
        }

        void skip(int count) {
            at += count;
        }

        int signed(int count) {
            long value = peek(count);
            if (value < 0) {
                throw new RefusedFile(Refusal.DAMAGED, "the codes end inside a number");
            }
            skip(count);
            return (int) (value << 64 - count >> 64 - count);
        }
    }
}
