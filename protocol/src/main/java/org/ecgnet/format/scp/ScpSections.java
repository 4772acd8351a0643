package org.ecgnet.format.scp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** The sections of a file, each without its header of 16 bytes. */
final class ScpSections {

    private static final int RECORD_HEADER = 6;
    private static final int SECTION_HEADER = 16;
    private static final int POINTER = 10;

    /** What samples, time and patient are read from; what stands in the others need not be whole. */
    private static final Set<Integer> NEEDED = Set.of(1, 2, 3, 4, 5, 6, 12);

    private final Map<Integer, LittleEndian> sections = new HashMap<>();

    ScpSections(byte[] file) {
        LittleEndian whole = new LittleEndian(file, 0);
        long size = whole.u32(2);
        if (size > file.length || size < RECORD_HEADER + SECTION_HEADER) {
            throw new RefusedFile(Refusal.DAMAGED, "the file says " + size + " bytes and has " + file.length);
        }
        int crc = whole.u16(0);
        boolean vouched = crc == 0 || crc == crc(file, 2, (int) size);
        long pointers = Math.min(whole.u32(RECORD_HEADER + 4), size - RECORD_HEADER);
        if (!vouched) {
            section(whole, 0, RECORD_HEADER, (int) Math.max(pointers, SECTION_HEADER), false);
        }
        for (int at = RECORD_HEADER + SECTION_HEADER; at + POINTER <= RECORD_HEADER + pointers; at += POINTER) {
            int number = whole.u16(at);
            long length = whole.u32(at + 2);
            long place = whole.u32(at + 6);
            if (NEEDED.contains(number) && length > SECTION_HEADER) {
                if (place < 1 || place - 1 + length > size || sections.containsKey(number)) {
                    throw new RefusedFile(
                            Refusal.DAMAGED, "section " + number + " lies outside the file, or twice in it");
                }
                sections.put(number, section(whole, number, (int) place - 1, (int) length, vouched));
            }
        }
    }

    /**
     * @param from where its own header begins, which repeats the number
     * @param vouched the file's checksum is right, or there is none; otherwise the section's own must be
     */
    private static LittleEndian section(LittleEndian whole, int number, int from, int length, boolean vouched) {
        if (whole.u16(from + 2) != number) {
            throw new RefusedFile(Refusal.DAMAGED, "section " + number + " is not where the file says");
        }
        int crc = whole.u16(from);
        if (!vouched && (crc == 0 || crc != crc(whole.bytes(), from + 2, from + length))) {
            throw new RefusedFile(Refusal.DAMAGED, "checksum of the file is wrong");
        }
        return new LittleEndian(whole.part(from + SECTION_HEADER, length - SECTION_HEADER), number);
    }

    Optional<LittleEndian> section(int number) {
        return Optional.ofNullable(sections.get(number));
    }

    /** CRC-CCITT, polynomial 1021, start FFFF. */
    static int crc(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int at = from; at < to; at++) {
            crc ^= (bytes[at] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 & 0xFFFF : (crc << 1 ^ 0x1021) & 0xFFFF;
            }
        }
        return crc;
    }
}
