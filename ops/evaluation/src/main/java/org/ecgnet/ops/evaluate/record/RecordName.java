package org.ecgnet.ops.evaluate.record;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A record by its path below the folder, without extension, such as {@code ludb/data/86}.
 *
 * @param path with {@code /} between its parts on every system
 */
public record RecordName(String path) implements Comparable<RecordName> {

    /** The halves by which thresholds are tuned on one and checked on the other. */
    public enum Part {
        TUNE,
        CHECK,
        ALL
    }

    /** The folder of its data set: the first part of the path; empty for a record in the folder itself. */
    public String set() {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Even CRC-32 of the path: tune; odd: check. Fixed by the name alone, so nobody can choose. */
    public Part part() {
        return crc() % 2 == 0 ? Part.TUNE : Part.CHECK;
    }

    /** True for about one record of so many: a sample that the name alone decides, too. */
    public boolean oneOf(int records) {
        return crc() % records == 0;
    }

    private long crc() {
        CRC32 crc = new CRC32();
        crc.update(path.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    public boolean in(Part wanted) {
        return wanted == Part.ALL || wanted == part();
    }

    @Override
    public int compareTo(RecordName other) {
        return path.compareTo(other.path);
    }
}
