package org.ecgnet.format.scp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** The sections of a file, each without its header of 16 bytes. */
final class ScpSections {

    private static final int RECORD_HEADER = 6;
    private static final int SECTION_HEADER = 16;
    private static final int POINTER = 10;
    private static final int HIGHEST_NUMBER = 12;

    private final Map<Integer, LittleEndian> sections = new HashMap<>();

    ScpSections(byte[] file) {
        LittleEndian whole = new LittleEndian(file, 0);
        long size = whole.u32(2);
        if (size > file.length || size < RECORD_HEADER + SECTION_HEADER) {
            throw new RefusedFile(Refusal.DAMAGED, "the file says " + size + " bytes and has " + file.length);
        }
        int crc = whole.u16(0);
        if (crc != 0 && crc != crc(file, 2, (int) size)) {
            throw new RefusedFile(Refusal.DAMAGED, "checksum of the file is wrong");
        }
        long pointers = whole.u32(RECORD_HEADER + 4);
        for (int at = RECORD_HEADER + SECTION_HEADER;
                at + POINTER <= Math.min(RECORD_HEADER + pointers, size);
                at += POINTER) {
            int number = whole.u16(at);
            long length = whole.u32(at + 2);
            long place = whole.u32(at + 6);
            if (number <= HIGHEST_NUMBER && number > 0 && length > SECTION_HEADER) {
                if (place < 1 || place - 1 + length > size) {
                    throw new RefusedFile(Refusal.DAMAGED, "section " + number + " lies outside the file");
                }
                int from = (int) place - 1;
                byte[] body = Arrays.copyOfRange(file, from + SECTION_HEADER, from + (int) length);
                sections.put(number, new LittleEndian(body, number));
            }
        }
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
