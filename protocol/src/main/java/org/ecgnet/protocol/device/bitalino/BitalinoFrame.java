package org.ecgnet.protocol.device.bitalino;

import java.nio.ByteBuffer;

/** The bits of one frame (package description). */
final class BitalinoFrame {

    /** The sequence runs from 0 to below this. */
    static final int NUMBERS = 16;

    static final int CHANNELS = 6;

    private static final int[] SIZES = {3, 4, 6, 7, 8, 8};

    private BitalinoFrame() {}

    /** Bytes of a frame of so many channels, 1 to 6. */
    static int size(int channels) {
        return SIZES[channels - 1];
    }

    /** Bits of a count, by its place in the frame from 0. */
    static int bits(int place) {
        return place < 4 ? 10 : 6;
    }

    static boolean checks(ByteBuffer in, int from, int size) {
        int crc = 0;
        for (int at = from; at < from + size; at++) {
            int value = in.get(at) & (at == from + size - 1 ? 0xF0 : 0xFF);
            for (int bit = 7; bit >= 0; bit--) {
                crc <<= 1;
                crc = (crc & 0x10) == 0 ? crc : crc ^ 0x13;
                crc ^= value >> bit & 1;
            }
        }
        return crc == (in.get(from + size - 1) & 0x0F);
    }

    static int number(ByteBuffer in, int from, int size) {
        return in.get(from + size - 1) >> 4 & 0x0F;
    }

    /** The count in a place of the frame, from 0. */
    static int count(ByteBuffer in, int from, int size, int place) {
        int end = from + size;
        return switch (place) {
            case 0 -> (in.get(end - 2) & 0x0F) << 6 | (in.get(end - 3) & 0xFF) >> 2;
            case 1 -> (in.get(end - 3) & 0x03) << 8 | in.get(end - 4) & 0xFF;
            case 2 -> (in.get(end - 5) & 0xFF) << 2 | (in.get(end - 6) & 0xFF) >> 6;
            case 3 -> (in.get(end - 6) & 0x3F) << 4 | (in.get(end - 7) & 0xFF) >> 4;
            case 4 -> (in.get(end - 7) & 0x0F) << 2 | (in.get(end - 8) & 0xFF) >> 6;
            default -> in.get(end - 8) & 0x3F;
        };
    }
}
