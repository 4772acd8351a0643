package org.ecgnet.format.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgnet.format.cart.CartWaveform;
import org.ecgnet.format.cart.ForeignText;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.ecgnet.format.xml.SampleText;

/**
 * The header of a file.
 *
 * @param sampleBytes 2, or 3 in BDF
 * @param kind {@code EDF+C}, {@code EDF+D}, the same of BDF, {@code 24BIT} or empty
 * @param recordSeconds duration of a data record
 */
record EdfHeader(
        int sampleBytes,
        String patient,
        String recording,
        String date,
        String time,
        String kind,
        int bytes,
        int records,
        double recordSeconds,
        List<Signal> signals) {

    private static final int FIXED = 256;
    private static final int OF_SIGNAL = 256;
    private static final int MOST_SIGNALS = 256;
    private static final byte[] EDF = "0       ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BDF = "\u00FFBIOSEMI".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte MICRO = (byte) 0xB5;

    /** @param samples in each data record */
    record Signal(
            String label,
            String unit,
            String physicalMin,
            String physicalMax,
            String digitalMin,
            String digitalMax,
            int samples) {

        /** Text and time instead of samples. */
        boolean annotations() {
            return label.equals("EDF Annotations") || label.equals("BDF Annotations");
        }
    }

    EdfHeader {
        signals = List.copyOf(signals);
    }

    /** Bytes of a data record. */
    int recordBytes() {
        return signals.stream().mapToInt(Signal::samples).sum() * sampleBytes;
    }

    boolean discontinuous() {
        return plus() && kind.charAt(4) == 'D';
    }

    /** True when the fields of patient and recording have the parts that EDF+ gives them. */
    boolean plus() {
        return (kind.startsWith("EDF+") || kind.startsWith("BDF+")) && kind.length() > 4;
    }

    /** True when the bytes begin as such a header does. */
    static boolean opens(byte[] file) {
        return file.length >= FIXED && (begins(file, EDF) || begins(file, BDF));
    }

    private static boolean begins(byte[] file, byte[] version) {
        return Arrays.equals(file, 0, version.length, version, 0, version.length);
    }

    static EdfHeader of(byte[] file) {
        int signals = whole(text(file, 252, 4));
        if (signals < 1 || signals > MOST_SIGNALS) {
            throw new RefusedFile(Refusal.DAMAGED, "header says " + signals + " signals");
        }
        int bytes = FIXED + OF_SIGNAL * signals;
        if (file.length < bytes) {
            throw new RefusedFile(Refusal.DAMAGED, "header ends early");
        }
        List<Signal> read = new ArrayList<>();
        for (int signal = 0; signal < signals; signal++) {
            read.add(signal(file, signals, signal));
        }
        EdfHeader header = new EdfHeader(
                begins(file, BDF) ? 3 : 2,
                text(file, 8, 80),
                text(file, 88, 80),
                text(file, 168, 8),
                text(file, 176, 8),
                text(file, 192, 44),
                bytes,
                whole(text(file, 236, 8)),
                SampleText.decimal(text(file, 244, 8)),
                read);
        return header.withRecords(file.length);
    }

    /** The number of records, which a file that was not closed properly states as -1. */
    private EdfHeader withRecords(int fileBytes) {
        int there = (fileBytes - bytes) / Math.max(sampleBytes, recordBytes());
        if (there < 1 || records == 0) {
            throw new RefusedFile(Refusal.NO_WAVEFORM, "no data record");
        }
        if (records > there) {
            throw new RefusedFile(Refusal.DAMAGED, there + " data records of " + records);
        }
        int count = records < 0 ? there : records;
        return new EdfHeader(sampleBytes, patient, recording, date, time, kind, bytes, count, recordSeconds, signals);
    }

    private static Signal signal(byte[] file, int signals, int signal) {
        int samples = whole(field(file, signals, signal, 216, 8));
        if (samples < 0 || samples > 1_000_000) {
            throw new RefusedFile(Refusal.DAMAGED, "a signal of " + samples + " samples in a record");
        }
        CartWaveform.fits(signals, samples);
        return new Signal(
                field(file, signals, signal, 0, 16),
                unit(file, FIXED + signals * 96 + signal * 8),
                field(file, signals, signal, 104, 8),
                field(file, signals, signal, 112, 8),
                field(file, signals, signal, 120, 8),
                field(file, signals, signal, 128, 8),
                samples);
    }

    /** A micro sign of ISO 8859-1 with a V after it would be a Chinese character: here it is none. */
    private static String unit(byte[] file, int from) {
        return file[from] == MICRO ? "u" + text(file, from + 1, 7) : text(file, from, 8);
    }

    /** Fields stand together by kind: all labels, then all transducers and so on. */
    private static String field(byte[] file, int signals, int signal, int before, int length) {
        return text(file, FIXED + signals * before + signal * length, length);
    }

    private static String text(byte[] file, int from, int length) {
        return ForeignText.of(Arrays.copyOfRange(file, from, from + length));
    }

    private static int whole(String text) {
        if (!text.matches("-?\\d{1,9}")) {
            throw new RefusedFile(Refusal.DAMAGED, "header has a number that is none");
        }
        return Integer.parseInt(text);
    }
}
