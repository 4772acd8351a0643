package org.ecgnet.format.edf;

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
 * @param kind {@code EDF+C}, {@code EDF+D} or empty
 * @param recordSeconds duration of a data record
 */
record EdfHeader(
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
    static final String ANNOTATIONS = "EDF Annotations";

    /** @param samples in each data record */
    record Signal(
            String label,
            String unit,
            String physicalMin,
            String physicalMax,
            String digitalMin,
            String digitalMax,
            int samples) {}

    EdfHeader {
        signals = List.copyOf(signals);
    }

    /** Bytes of a data record. */
    int recordBytes() {
        return signals.stream().mapToInt(Signal::samples).sum() * 2;
    }

    boolean discontinuous() {
        return kind.startsWith("EDF+D");
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
        int there = (fileBytes - bytes) / Math.max(2, recordBytes());
        if (there < 1 || records == 0) {
            throw new RefusedFile(Refusal.NO_WAVEFORM, "no data record");
        }
        if (records > there) {
            throw new RefusedFile(Refusal.DAMAGED, there + " data records of " + records);
        }
        int count = records < 0 ? there : records;
        return new EdfHeader(patient, recording, date, time, kind, bytes, count, recordSeconds, signals);
    }

    private static Signal signal(byte[] file, int signals, int signal) {
        int samples = whole(field(file, signals, signal, 216, 8));
        if (samples < 0 || samples > 1_000_000) {
            throw new RefusedFile(Refusal.DAMAGED, "a signal of " + samples + " samples in a record");
        }
        CartWaveform.fits(signals, samples);
        return new Signal(
                field(file, signals, signal, 0, 16),
                field(file, signals, signal, 96, 8),
                field(file, signals, signal, 104, 8),
                field(file, signals, signal, 112, 8),
                field(file, signals, signal, 120, 8),
                field(file, signals, signal, 128, 8),
                samples);
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
