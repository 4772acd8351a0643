package org.ecgnet.format.cart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** EDF and BDF files. */
public final class HandMadeEdf {

    private static final int ANNOTATION_SAMPLES = 10;

    private HandMadeEdf() {}

    /**
     * A signal of a file.
     *
     * @param lowest what the digital minimum, -32768, stands for
     * @param each samples in a record of a second
     */
    public record Channel(String label, String unit, String lowest, String highest, int each, int[] counts) {}

    /** In records of a second; of a discontinuous file the second record begins three seconds late. */
    public static byte[] file(String kind, String unit, String lowest, String highest) {
        return file(
                kind,
                StandardCharsets.ISO_8859_1,
                new Channel("ECG I", unit, lowest, highest, 500, HandMade.one()),
                new Channel("EKG II", unit, lowest, highest, 500, HandMade.two()));
    }

    /** Two records of any channels, and one of annotations where the kind has them. */
    public static byte[] file(String kind, Charset charset, Channel... channels) {
        boolean wide = kind.startsWith("BDF") || kind.equals("24BIT");
        boolean plus = kind.contains("+");
        List<Channel> all = new ArrayList<>(List.of(channels));
        if (plus) {
            String label = wide ? "BDF Annotations" : "EDF Annotations";
            all.add(new Channel(label, "", "-1", "1", ANNOTATION_SAMPLES, new int[0]));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(wide ? "\u00FFBIOSEMI".getBytes(StandardCharsets.ISO_8859_1) : "0       ".getBytes(charset));
        file.writeBytes(header(kind, all).getBytes(charset));
        for (int record = 0; record < 2; record++) {
            for (Channel channel : channels) {
                for (int at = 0; at < channel.each(); at++) {
                    int count = channel.counts()[record * channel.each() + at];
                    file.write(count);
                    file.write(count >> 8);
                    if (wide) {
                        file.write(count >> 16);
                    }
                }
            }
            int onset = record == 0 ? 0 : kind.endsWith("+D") ? 4 : 1;
            byte[] time = ("+" + onset + "\u0014\u0014").getBytes(StandardCharsets.ISO_8859_1);
            file.writeBytes(plus ? Arrays.copyOf(time, ANNOTATION_SAMPLES * (wide ? 3 : 2)) : new byte[0]);
        }
        return file.toByteArray();
    }

    private static String header(String kind, List<Channel> all) {
        StringBuilder head = new StringBuilder();
        pad(head, "ID-7 F 08-MAY-1953 Li_Hua", 80);
        pad(head, "Startdate 22-NOV-2020 X Wang_Fang CartX", 80);
        pad(head, "22.11.20", 8);
        pad(head, "09.10.11", 8);
        pad(head, String.valueOf(256 + all.size() * 256), 8);
        pad(head, kind, 44);
        pad(head, "2", 8);
        pad(head, "1", 8);
        pad(head, String.valueOf(all.size()), 4);
        each(head, all, 16, Channel::label);
        each(head, all, 80, channel -> "");
        each(head, all, 8, Channel::unit);
        each(head, all, 8, Channel::lowest);
        each(head, all, 8, Channel::highest);
        each(head, all, 8, channel -> "-32768");
        each(head, all, 8, channel -> "32767");
        each(head, all, 80, channel -> "");
        each(head, all, 8, channel -> String.valueOf(channel.each()));
        each(head, all, 32, channel -> "");
        return head.toString();
    }

    private static void each(StringBuilder head, List<Channel> all, int length, Function<Channel, String> field) {
        all.forEach(channel -> pad(head, field.apply(channel), length));
    }

    private static void pad(StringBuilder head, String text, int length) {
        head.append(text).append(" ".repeat(length - text.length()));
    }
}
