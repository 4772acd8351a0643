package org.ecgnet.format.cart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** SCP-ECG files. */
public final class HandMadeScp {

    private static final int BEAT = 100;

    private HandMadeScp() {}

    /** Second differences by the standard's table; or, with a reference beat taken off, first ones by a table of its own. */
    public static byte[] file(boolean beat) {
        List<byte[]> sections = new ArrayList<>();
        sections.add(new byte[0]);
        sections.add(tags());
        sections.add(beat ? ownTable() : HandMade.little(new int[] {19_999}));
        sections.add(leads(beat));
        sections.add(beat ? beats() : new byte[0]);
        sections.add(beat ? signals(1, List.of(beatOf(1), beatOf(2)), true) : new byte[0]);
        List<int[]> rows = List.of(HandMade.one(), HandMade.two());
        sections.add(
                beat
                        ? signals(1, List.of(without(HandMade.one(), 1), without(HandMade.two(), 2)), true)
                        : signals(2, rows, false));
        return file(sections);
    }

    private static int[] beatOf(int lead) {
        int[] beat = new int[BEAT];
        for (int at = 0; at < BEAT; at++) {
            beat[at] = (at % 11) * lead;
        }
        return beat;
    }

    /** Taken off at samples 101 to 200 and 601 to 700, its fiducial point being its 41st sample. */
    private static int[] without(int[] counts, int lead) {
        for (int from : new int[] {100, 600}) {
            for (int at = 0; at < BEAT; at++) {
                counts[from + at] -= beatOf(lead)[at];
            }
        }
        return counts;
    }

    private static byte[] beats() {
        ByteBuffer out = ByteBuffer.allocate(6 + 3 * 14).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 200).putShort((short) 41).putShort((short) 3);
        out.putShort((short) 0).putInt(101).putInt(141).putInt(200);
        out.putShort((short) 1).putInt(301).putInt(341).putInt(400); // of another kind: nothing was taken off
        out.putShort((short) 0).putInt(601).putInt(641).putInt(700);
        return out.array();
    }

    public static byte[] tags() {
        ByteBuffer out = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        tag(out, 0, "李".getBytes(StandardCharsets.UTF_8));
        tag(out, 1, "华".getBytes(StandardCharsets.UTF_8));
        tag(out, 2, "ID-7\0".getBytes(StandardCharsets.US_ASCII));
        tag(out, 5, new byte[] {(byte) 0xA1, 7, 5, 8});
        tag(out, 8, new byte[] {2});
        tag(out, 14, Arrays.copyOf("\0\0\0\0\0\0\0\0CartX\0".getBytes(StandardCharsets.US_ASCII), 40));
        tag(out, 25, new byte[] {(byte) 0xE4, 7, 11, 22});
        tag(out, 26, new byte[] {9, 10, 11});
        tag(out, 34, new byte[] {(byte) 0xE0, 1, 0, 0});
        tag(out, 255, new byte[0]);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void tag(ByteBuffer out, int tag, byte[] value) {
        out.put((byte) tag).putShort((short) value.length).put(value);
    }

    private static byte[] leads(boolean beat) {
        return leads(beat, new int[] {1, 1, HandMade.SAMPLES}, new int[] {2, 1, HandMade.SAMPLES});
    }

    /** @param leads the number of each lead, of its first and of its last sample */
    public static byte[] leads(boolean beat, int[]... leads) {
        ByteBuffer out = ByteBuffer.allocate(2 + leads.length * 9).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) leads.length).put((byte) (4 | leads.length << 3 | (beat ? 1 : 0)));
        for (int[] lead : leads) {
            out.putInt(lead[1]).putInt(lead[2]).put((byte) lead[0]);
        }
        return out.array();
    }

    /** Edition 3: section 12 in place of 6. */
    public static byte[] longRhythm() {
        return file(List.of(
                new byte[0],
                tags(),
                new byte[0],
                leads(false),
                new byte[0],
                new byte[0],
                new byte[0],
                new byte[0],
                new byte[0],
                new byte[0],
                new byte[0],
                new byte[0],
                section12(Short.BYTES)));
    }

    /** Moment after moment, 5000 nanovolts a count of both leads. */
    public static byte[] section12(int bytes) {
        int samples = HandMade.SAMPLES;
        ByteBuffer out = ByteBuffer.allocate(70 + 8 + 2 * bytes * samples).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(500).put((byte) 2).putInt(samples).put((byte) bytes);
        out.position(70).put((byte) 1).putShort((short) 5000).put((byte) 0);
        out.put((byte) 2).putShort((short) 5000).put((byte) 0);
        for (int at = 0; at < samples; at++) {
            for (int count : new int[] {HandMade.one()[at], HandMade.two()[at]}) {
                if (bytes == Short.BYTES) {
                    out.putShort((short) count);
                } else {
                    out.putInt(count);
                }
            }
        }
        return out.array();
    }

    /** One table of two codes: 0 is 0, 1 and sixteen bits are any number. */
    private static byte[] ownTable() {
        ByteBuffer out = ByteBuffer.allocate(4 + 2 * 9).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 1).putShort((short) 2);
        out.put((byte) 1).put((byte) 1).put((byte) 1).putShort((short) 0).putInt(0);
        out.put((byte) 1).put((byte) 17).put((byte) 1).putShort((short) 0).putInt(1);
        return out.array();
    }

    public static byte[] signals(int differences, List<int[]> rows, boolean ownTable) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int[] lengths = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            int[] numbers = differenced(rows.get(row), differences);
            StringBuilder bits = new StringBuilder();
            for (int number : numbers) {
                bits.append(ownTable ? own(number) : standard(number));
            }
            byte[] packed = packed(bits);
            lengths[row] = packed.length;
            data.writeBytes(packed);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HandMade.little(new int[] {5000, 2000, differences}));
        out.writeBytes(HandMade.little(lengths));
        out.writeBytes(data.toByteArray());
        return out.toByteArray();
    }

    /** First or second differences; the first one or two numbers are samples. */
    public static int[] differenced(int[] counts, int times) {
        int[] numbers = counts.clone();
        for (int at = counts.length - 1; times > 0 && at >= times; at--) {
            numbers[at] = times == 1 ? counts[at] - counts[at - 1] : counts[at] - 2 * counts[at - 1] + counts[at - 2];
        }
        return numbers;
    }

    private static String own(int number) {
        return number == 0 ? "0" : "1" + bits(number, 16);
    }

    private static String standard(int number) {
        int size = Math.abs(number);
        if (size == 0) {
            return "0";
        } else if (size <= 8) {
            return "1".repeat(size) + "0" + (number > 0 ? "0" : "1");
        }
        return number >= -128 && number < 128 ? "1111111110" + bits(number, 8) : "1111111111" + bits(number, 16);
    }

    static String bits(int number, int count) {
        String all = String.format(Locale.ROOT, "%32s", Integer.toBinaryString(number))
                .replace(' ', '0');
        return all.substring(32 - count);
    }

    static byte[] packed(StringBuilder bits) {
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int at = 0; at < bits.length(); at++) {
            bytes[at / 8] |= (byte) (bits.charAt(at) == '1' ? 0x80 >> at % 8 : 0);
        }
        return bytes;
    }

    /** A file of sections without their headers, numbered from 0, which is made here. An empty one is not there. */
    public static byte[] file(List<byte[]> sections) {
        int numbers = Math.max(12, sections.size());
        int pointers = 16 + 10 * numbers;
        int size = 6
                + pointers
                + sections.stream()
                        .mapToInt(body -> body.length == 0 ? 0 : 16 + body.length)
                        .sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putInt(size);
        section(out, 0, pointers);
        out.position(16).put("SCPECG".getBytes(StandardCharsets.US_ASCII)).position(22);
        int place = 6 + pointers;
        for (int number = 0; number < numbers; number++) {
            byte[] body = number < sections.size() ? sections.get(number) : new byte[0];
            int length = number == 0 ? pointers : body.length == 0 ? 0 : 16 + body.length;
            out.putShort((short) number).putInt(length).putInt(number == 0 ? 7 : length == 0 ? 0 : place + 1);
            place += number == 0 ? 0 : length;
        }
        for (int number = 1; number < sections.size(); number++) {
            if (sections.get(number).length > 0) {
                section(out, number, 16 + sections.get(number).length);
                out.put(sections.get(number));
            }
        }
        byte[] file = out.array();
        put(file, 0, crc(file, 2, file.length));
        return file;
    }

    /** The same with a checksum in every section. */
    public static byte[] withSectionChecksums(byte[] whole) {
        byte[] file = whole.clone();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 22 + 10; at < 6 + in.getInt(10); at += 10) {
            int place = in.getInt(at + 6) - 1;
            if (place > 0) {
                put(file, place, crc(file, place + 2, place + in.getInt(at + 2)));
            }
        }
        put(file, 6, crc(file, 8, 6 + in.getInt(10)));
        put(file, 0, crc(file, 2, file.length));
        return file;
    }

    private static void put(byte[] file, int at, int crc) {
        file[at] = (byte) crc;
        file[at + 1] = (byte) (crc >> 8);
    }

    private static void section(ByteBuffer out, int number, int length) {
        out.putShort((short) 0)
                .putShort((short) number)
                .putInt(length)
                .put((byte) 20)
                .put((byte) 20)
                .put(new byte[6]);
    }

    private static int crc(byte[] file, int from, int to) {
        int crc = 0xFFFF;
        for (int at = from; at < to; at++) {
            crc ^= (file[at] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 & 0xFFFF : (crc << 1 ^ 0x1021) & 0xFFFF;
            }
        }
        return crc;
    }
}
