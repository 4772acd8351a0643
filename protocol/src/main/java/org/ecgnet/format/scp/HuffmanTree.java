package org.ecgnet.format.scp;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** The codes of one table as a binary tree: a code is found in as many steps as it has bits, whatever the table. */
final class HuffmanTree {

    private static final int NOTHING = 0;

    /** Of each node the node behind a zero and behind a one; a negative number is a meaning, counted from -1. */
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[2]));

    private final List<Meaning> meanings = new ArrayList<>();

    /**
     * What a code says.
     *
     * @param moreBits of the number that follows, 0 where {@code value} is it
     * @param switches {@code value} is the number of the table to go on with
     */
    record Meaning(int moreBits, boolean switches, int value) {}

    /** @throws RefusedFile when it is the beginning of another code, or another is of it */
    void add(int bits, long code, Meaning meaning) {
        int node = 0;
        for (int bit = bits - 1; bit > 0; bit--) {
            int branch = (int) (code >> bit & 1);
            int next = nodes.get(node)[branch];
            if (next == NOTHING) {
                next = nodes.size();
                nodes.get(node)[branch] = next;
                nodes.add(new int[2]);
            } else if (next < 0) {
                throw ambiguous();
            }
            node = next;
        }
        int last = (int) (code & 1);
        if (nodes.get(node)[last] != NOTHING) {
            throw ambiguous();
        }
        meanings.add(meaning);
        nodes.get(node)[last] = -meanings.size();
    }

    private static RefusedFile ambiguous() {
        return new RefusedFile(Refusal.DAMAGED, "section 2 has a code that begins another");
    }

    /** The meaning of the code that comes next. */
    Meaning next(Bits bits) {
        int node = 0;
        do {
            node = nodes.get(node)[bits.next()];
        } while (node > 0);
        if (node == NOTHING) {
            throw new RefusedFile(Refusal.DAMAGED, "a code that is in no table");
        }
        return meanings.get(-node - 1);
    }
}
