package org.ecgnet.protocol.device.reference;

/** The two check sums of the reference protocol (package description, table "Every frame"). */
final class Crc {

    private static final int[] CRC_16 = table(0x1021, 16);
    private static final int[] CRC_8 = table(0x07, 8);

    private Crc() {}

    private static int[] table(int polynomial, int width) {
        int top = 1 << width - 1;
        int[] table = new int[256];
        for (int value = 0; value < table.length; value++) {
            int rest = value << width - 8;
            for (int bit = 0; bit < 8; bit++) {
                rest = (rest & top) == 0 ? rest << 1 : rest << 1 ^ polynomial;
            }
            table[value] = rest & (1 << width) - 1;
        }
        return table;
    }

    /** CRC-16, polynomial 1021, start FFFF. */
    static int crc16(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int at = from; at < to; at++) {
            crc = crc << 8 & 0xFFFF ^ CRC_16[(crc >>> 8 ^ bytes[at]) & 0xFF];
        }
        return crc;
    }

    /** CRC-8, polynomial 07, start 00. */
    static int crc8(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int at = from; at < to; at++) {
            crc = CRC_8[(crc ^ bytes[at]) & 0xFF];
        }
        return crc;
    }
}
