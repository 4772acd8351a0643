package org.ecgnet.format.cart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small files of every format, each made by hand from its standard. Two leads of {@link #one} and {@link #two}. */
public final class HandMade {

    /** Samples of each lead. */
    public static final int SAMPLES = 1000;

    private HandMade() {}

    /** Lead I: a slow ramp with an edge. */
    public static int[] one() {
        int[] counts = new int[SAMPLES];
        for (int at = 0; at < SAMPLES; at++) {
            counts[at] = at % 100 - 50 + (at % 100 == 30 ? 400 : 0);
        }
        return counts;
    }

    /** Lead II. */
    public static int[] two() {
        int[] counts = new int[SAMPLES];
        for (int at = 0; at < SAMPLES; at++) {
            counts[at] = (at * 7 % 13 - 6) * (at % 50 == 9 ? 40 : 1);
        }
        return counts;
    }

    /** Files of each format, by the name of the format. */
    public static Map<String, List<byte[]>> byFormat() {
        Map<String, List<byte[]>> files = new LinkedHashMap<>();
        files.put("SCP-ECG", List.of(HandMadeScp.file(false), HandMadeScp.file(true), HandMadeScp.longRhythm()));
        files.put("HL7 aECG", List.of(HandMadeXml.aecg()));
        files.put("DICOM", List.of(HandMadeDicom.explicit(), HandMadeDicom.implicit(), HandMadeDicom.deflated()));
        files.put("Philips XML", List.of(HandMadeXml.philips(), HandMadeXml.packedPhilips()));
        files.put("MUSE XML", List.of(HandMadeXml.muse("500")));
        files.put("CardioSoft XML", List.of(HandMadeXml.cardioSoft()));
        files.put(
                "EDF+",
                List.of(
                        HandMadeEdf.file("EDF+C", "uV", "-3276.8", "3276.7"),
                        HandMadeEdf.file("EDF+D", "mV", "3.2767", "-3.2768"),
                        HandMadeEdf.file("BDF+C", "uV", "-3276.8", "3276.7")));
        return files;
    }

    /** All of them. */
    public static List<byte[]> all() {
        return byFormat().values().stream().flatMap(List::stream).toList();
    }

    /** 16-bit numbers, lowest byte first. */
    static byte[] little(int[] counts) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int count : counts) {
            bytes.putShort((short) count);
        }
        return bytes.array();
    }
}
