package org.ecgnet.format.dicom;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** Reads data sets (PS3.5, section 7) in the order of bytes of their buffer. */
final class DataSetReader {

    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int HEAD = 8;
    private static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final int ITEM = 0xFFFE_E000;
    private static final int END_OF_ITEM = 0xFFFE_E00D;
    private static final int END_OF_SEQUENCE = 0xFFFE_E0DD;
    private static final Set<String> LONG_FORMS =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    /** What is a sequence must be known where the file does not say so. */
    private static final Set<Integer> SEQUENCES =
            Set.of(0x5400_0100, 0x003A_0200, 0x003A_0208, 0x003A_0209, 0x003A_0211, 0x0040_A043);

    private final ByteBuffer in;
    private final boolean explicit;
    private int elements;

    /** @param explicit elements tell their form */
    DataSetReader(ByteBuffer in, boolean explicit) {
        this.in = in;
        this.explicit = explicit;
    }

    /** @param name two letters, empty where the form is implicit */
    private record Head(int tag, String name, long length) {}

    /** The data set from here to the end. */
    DataSet read() {
        return read(in.limit(), explicit, 0);
    }

    /** The elements of the group that comes first; what follows is left. */
    DataSet readGroup(int group) {
        Map<Integer, byte[]> values = new HashMap<>();
        while (in.remaining() >= HEAD && Short.toUnsignedInt(in.getShort(in.position())) == group) {
            Head head = head(explicit);
            count(0);
            values.put(head.tag(), value(end(head, in.limit(), false)));
        }
        return new DataSet(values, Map.of(), in.order());
    }

    private DataSet read(int to, boolean explicit, int depth) {
        Map<Integer, byte[]> values = new HashMap<>();
        Map<Integer, List<DataSet>> sequences = new HashMap<>();
        while (in.position() + HEAD <= to) {
            Head head = head(explicit);
            if (head.tag() == END_OF_ITEM) {
                break;
            }
            count(depth);
            boolean untilMark = head.length() == UNDEFINED;
            boolean unknown = head.name().equals("UN") && untilMark;
            boolean untold = head.name().isEmpty() && (untilMark || SEQUENCES.contains(head.tag()));
            if (head.name().equals("SQ") || unknown || untold) {
                boolean inside = explicit && !unknown;
                sequences.put(head.tag(), items(end(head, to, untilMark), untilMark, inside, depth));
            } else {
                values.put(head.tag(), value(end(head, to, false)));
            }
        }
        return new DataSet(values, sequences, in.order());
    }

    private void count(int depth) {
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new RefusedFile(Refusal.DAMAGED, "too many elements, or too deep");
        }
    }

    private byte[] value(int end) {
        byte[] value = new byte[end - in.position()];
        in.get(value);
        return value;
    }

    private Head head(boolean explicit) {
        int group = Short.toUnsignedInt(in.getShort());
        int tag = group << 16 | Short.toUnsignedInt(in.getShort());
        if (!explicit || group == 0xFFFE) {
            return new Head(tag, "", Integer.toUnsignedLong(in.getInt()));
        }
        String name = "" + (char) in.get() + (char) in.get();
        if (!LONG_FORMS.contains(name)) {
            return new Head(tag, name, Short.toUnsignedInt(in.getShort()));
        }
        in.getShort();
        if (in.remaining() < Integer.BYTES) {
            throw new RefusedFile(Refusal.DAMAGED, "an element ends early");
        }
        return new Head(tag, name, Integer.toUnsignedLong(in.getInt()));
    }

    /** @param untilMark a mark ends it, not its length */
    private int end(Head head, int to, boolean untilMark) {
        if (untilMark) {
            return to;
        }
        if (head.length() > to - in.position()) {
            throw new RefusedFile(Refusal.DAMAGED, String.format("element %08x lies outside", head.tag()));
        }
        return in.position() + (int) head.length();
    }

    private List<DataSet> items(int to, boolean untilMark, boolean explicit, int depth) {
        List<DataSet> items = new ArrayList<>();
        while (in.position() + HEAD <= to) {
            Head head = head(false);
            if (head.tag() == END_OF_SEQUENCE) {
                return items;
            }
            if (head.tag() != ITEM) {
                throw new RefusedFile(Refusal.DAMAGED, "a sequence of something else than items");
            }
            count(depth);
            items.add(read(end(head, to, head.length() == UNDEFINED), explicit, depth + 1));
        }
        if (untilMark) {
            throw new RefusedFile(Refusal.DAMAGED, "a sequence without its end");
        }
        return items;
    }
}
