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
    private static final int MOST_MORE_BITS = 24;

    private final List<HuffmanTree> tables;

    private HuffmanTables(List<HuffmanTree> tables) {
        this.tables = List.copyOf(tables);
    }

    /** The tables of a section 2; without one, or with none in it, the numbers are plain 16-bit ones and the answer is empty. */
    static Optional<HuffmanTables> of(Optional<LittleEndian> section) {
        return section.filter(there -> there.u16(0) != 0).map(HuffmanTables::read);
    }

    private static HuffmanTables read(LittleEndian section) {
        int count = section.u16(0);
        if (count == STANDARD_TABLE) {
            return new HuffmanTables(List.of(standard()));
        }
        if (count > MOST_TABLES) {
            throw new RefusedFile(Refusal.DAMAGED, "section 2 has " + count + " tables");
        }
        List<HuffmanTree> tables = new ArrayList<>();
        int at = 2;
        for (int table = 0; table < count; table++) {
            int codes = section.u16(at);
            at += 2;
            if (codes < 1 || codes > MOST_CODES) {
                throw new RefusedFile(Refusal.DAMAGED, "section 2 has a table of " + codes + " codes");
            }
            HuffmanTree tree = new HuffmanTree();
            for (int code = 0; code < codes; code++, at += CODE_BYTES) {
                add(section, at, tree);
            }
            tables.add(tree);
        }
        return new HuffmanTables(tables);
    }

    private static void add(LittleEndian section, int at, HuffmanTree tree) {
        int prefixBits = section.u8(at);
        int allBits = section.u8(at + 1);
        int moreBits = allBits - prefixBits;
        if (prefixBits < 1 || prefixBits > MOST_PREFIX || moreBits < 0 || moreBits > MOST_MORE_BITS) {
            throw new RefusedFile(Refusal.DAMAGED, "section 2 has a code of " + allBits + " bits");
        }
        boolean switches = section.u8(at + 2) == 0;
        int value = section.i16(at + 3);
        if (moreBits > 0 && (switches || value != 0)) {
            // readers differ in whether the value is added to the number that follows
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "section 2 has a code with both a value and a number");
        }
        // the base code is written lowest bit first
        long prefix = Long.reverse(section.u32(at + 5)) >>> Long.SIZE - prefixBits;
        tree.add(prefixBits, prefix, new HuffmanTree.Meaning(moreBits, switches, value));
    }

    private static HuffmanTree standard() {
        HuffmanTree tree = new HuffmanTree();
        tree.add(1, 0, new HuffmanTree.Meaning(0, false, 0));
        for (int size = 1; size <= 8; size++) {
            long ones = (1L << size) - 1;
            tree.add(size + 2, ones << 2, new HuffmanTree.Meaning(0, false, size));
            tree.add(size + 2, ones << 2 | 1, new HuffmanTree.Meaning(0, false, -size));
        }
        tree.add(10, 0b11_1111_1110, new HuffmanTree.Meaning(Byte.SIZE, false, 0));
        tree.add(10, 0b11_1111_1111, new HuffmanTree.Meaning(Short.SIZE, false, 0));
        return tree;
    }

    /** So many numbers from the bits, highest bit of each byte first. */
    int[] decode(byte[] bytes, int numbers) {
        if (numbers > 8L * bytes.length) {
            throw new RefusedFile(Refusal.DAMAGED, "fewer codes than samples");
        }
        int[] decoded = new int[numbers];
        Bits bits = new Bits(bytes);
        HuffmanTree table = tables.get(0);
        int done = 0;
        while (done < numbers) {
            HuffmanTree.Meaning code = table.next(bits);
            if (!code.switches()) {
                decoded[done++] = code.moreBits() == 0 ? code.value() : bits.signed(code.moreBits());
            } else if (code.value() >= 1 && code.value() <= tables.size()) {
                table = tables.get(code.value() - 1);
            } else {
                throw new RefusedFile(Refusal.DAMAGED, "a code names a table that is not there");
            }
        }
        return decoded;
    }
}
