package org.ecgnet.format.cart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * DICOM files, written element by element.
 *
 * @param told elements tell their form, and sequences end with a mark; otherwise they tell their length
 */
public record HandMadeDicom(boolean told, ByteOrder order) {

    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final HandMadeDicom HEADER = new HandMadeDicom(true, ByteOrder.LITTLE_ENDIAN);

    /** Explicit, with sequences of undefined length. */
    public static byte[] explicit() {
        return HEADER.whole("1.2.840.10008.1.2.1");
    }

    /** Implicit, with sequences of stated length. */
    public static byte[] implicit() {
        return new HandMadeDicom(false, ByteOrder.LITTLE_ENDIAN).whole("1.2.840.10008.1.2");
    }

    public static byte[] bigEndian() {
        return new HandMadeDicom(true, ByteOrder.BIG_ENDIAN).whole("1.2.840.10008.1.2.2");
    }

    public static byte[] deflated() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(HEADER.dataSet(HEADER.group()));
        deflater.finish();
        byte[] packed = new byte[20_000];
        int length = deflater.deflate(packed);
        deflater.end();
        return file("1.2.840.10008.1.2.1.99", Arrays.copyOf(packed, length));
    }

    private byte[] whole(String syntax) {
        return file(syntax, dataSet(group()));
    }

    /** Preamble, mark and header before a data set. */
    public static byte[] file(String syntax, byte[] dataSet) {
        byte[] meta = HEADER.element(0x0002_0010, "UI", syntax);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(HEADER.number(0x0002_0000, "UL", meta.length));
        file.writeBytes(meta);
        file.writeBytes(dataSet);
        return file.toByteArray();
    }

    /** Class, time, cart and patient, and the groups. */
    public byte[] dataSet(byte[]... groups) {
        return joined(
                element(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.9.1.1"),
                element(0x0008_002A, "DT", "20201122091011.000+0800"),
                element(0x0008_1090, "LO", "CartX"),
                element(0x0010_0010, "PN", "李^华".getBytes(GB_18030)),
                element(0x0010_0020, "LO", "ID-7"),
                element(0x0010_0030, "DA", "19530508"),
                element(0x0010_0040, "CS", "F"),
                sequence(0x5400_0100, groups));
    }

    /** Leads I and II. */
    private byte[] group() {
        byte[] channels = sequence(
                0x003A_0200,
                channel("MDC", "2:1", "nothing", "0.0025", "mV"),
                channel("XYZ", "77", "Lead II", "0.0025", "mV"));
        return group("RHYTHM", "ORIGINAL", channels, "SS", 16, HandMade.one(), HandMade.two());
    }

    /** A multiplex group of the counts of its channels. */
    public byte[] group(String label, String originality, byte[] channels, String form, int bits, int[]... counts) {
        ByteBuffer samples =
                ByteBuffer.allocate(counts.length * counts[0].length * bits / 8).order(order);
        for (int at = 0; at < counts[0].length; at++) {
            for (int[] channel : counts) {
                switch (bits) {
                    case 8 -> samples.put((byte) channel[at]);
                    case 16 -> samples.putShort((short) channel[at]);
                    default -> samples.putInt(channel[at]);
                }
            }
        }
        return joined(
                element(0x003A_0004, "CS", originality),
                number(0x003A_0005, "US", counts.length),
                number(0x003A_0010, "UL", counts[0].length),
                element(0x003A_001A, "DS", "500"),
                element(0x003A_0020, "SH", label),
                channels,
                number(0x5400_1004, "US", bits),
                element(0x5400_1006, "CS", form),
                element(0x5400_1010, "OW", samples.array()));
    }

    /** Corrected by 2, from 0.05 of its unit. */
    public byte[] channel(String scheme, String code, String meaning, String sensitivity, String unit) {
        byte[] source = joined(
                element(0x0008_0100, "SH", code),
                element(0x0008_0102, "SH", scheme),
                element(0x0008_0104, "LO", meaning));
        return joined(
                sequence(0x003A_0208, source),
                element(0x003A_0210, "DS", sensitivity),
                sequence(0x003A_0211, element(0x0008_0100, "SH", unit)),
                element(0x003A_0212, "DS", "2"),
                element(0x003A_0213, "DS", "0.05"));
    }

    public byte[] sequence(int tag, byte[]... items) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] item : items) {
            body.writeBytes(head(0xFFFE_E000, told ? -1 : item.length));
            body.writeBytes(item);
            body.writeBytes(told ? head(0xFFFE_E00D, 0) : new byte[0]);
        }
        if (!told) {
            return joined(head(tag, body.size()), body.toByteArray());
        }
        byte[] marked = {'S', 'Q', 0, 0, -1, -1, -1, -1};
        return joined(tagOf(tag), marked, body.toByteArray(), head(0xFFFE_E0DD, 0));
    }

    private byte[] head(int tag, int length) {
        return joined(
                tagOf(tag), ByteBuffer.allocate(4).order(order).putInt(length).array());
    }

    private byte[] tagOf(int tag) {
        return ByteBuffer.allocate(4)
                .order(order)
                .putShort((short) (tag >> 16))
                .putShort((short) tag)
                .array();
    }

    /** US, two bytes, or UL, four. */
    public byte[] number(int tag, String form, int value) {
        ByteBuffer bytes = ByteBuffer.allocate(form.equals("US") ? 2 : 4).order(order);
        return element(tag, form, (form.equals("US") ? bytes.putShort((short) value) : bytes.putInt(value)).array());
    }

    public byte[] element(int tag, String form, String text) {
        return element(tag, form, text.getBytes(StandardCharsets.US_ASCII));
    }

    public byte[] element(int tag, String form, byte[] value) {
        byte[] even = Arrays.copyOf(value, value.length + value.length % 2);
        if (!told) {
            return joined(head(tag, even.length), even);
        }
        byte[] letters = form.getBytes(StandardCharsets.US_ASCII);
        byte[] length = form.equals("OW")
                ? ByteBuffer.allocate(6).order(order).putInt(2, even.length).array()
                : ByteBuffer.allocate(2)
                        .order(order)
                        .putShort((short) even.length)
                        .array();
        return joined(tagOf(tag), letters, length, even);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
