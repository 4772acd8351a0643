package org.ecgnet.format.wfdb;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Waveform;

/** The samples of a record whose signals are in one file. */
public final class WfdbSignals {

    /** The count by which formats 16 and 212 say "no sample here". */
    private static final int NO_SAMPLE_16 = -32_768;

    private static final int MODULUS = 1 << 16;

    private WfdbSignals() {}

    /** The only file that the header's signals are in. */
    public static String file(WfdbHeader header) {
        String file = header.signals().get(0).file();
        for (SignalSpec signal : header.signals()) {
            if (!signal.file().equals(file)) {
                throw new WfdbException("signal files: '" + file + "' and '" + signal.file() + "' (expected: one)");
            }
        }
        return file;
    }

    /**
     * @param bytes the whole signal file
     * @throws WfdbException when the format is not understood, bytes are missing, or a checksum or initial value differs
     */
    public static Waveform read(WfdbHeader header, byte[] bytes) {
        file(header);
        List<SignalSpec> signals = header.signals();
        int[] flat = samples(signals, bytes);
        int length = header.samples().orElse(flat.length / signals.size());
        if ((long) length * signals.size() > flat.length) {
            throw new WfdbException("samples: " + flat.length / signals.size() + " in the file (expected: " + length
                    + " as the header says)");
        }
        int[][] counts = new int[signals.size()][length];
        for (int sample = 0; sample < length; sample++) {
            for (int signal = 0; signal < counts.length; signal++) {
                counts[signal][sample] = flat[sample * counts.length + signal];
            }
        }
        for (int signal = 0; signal < counts.length; signal++) {
            check(signals.get(signal), counts[signal]).ifPresent(problem -> {
                throw new WfdbException(problem);
            });
        }
        List<Lead> leads = WfdbLeads.of(signals);
        List<LeadScale> scales = signals.stream().map(SignalSpec::scale).toList();
        return new Waveform(header.rate(), leads, scales, counts);
    }

    private static int[] samples(List<SignalSpec> signals, byte[] bytes) {
        SignalSpec first = signals.get(0);
        for (SignalSpec signal : signals) {
            if (signal.format() != first.format() || signal.byteOffset() != first.byteOffset()) {
                throw new WfdbException("formats: " + first.format() + "+" + first.byteOffset() + " and "
                        + signal.format() + "+" + signal.byteOffset() + " (expected: one in a file)");
            }
        }
        if (first.byteOffset() > bytes.length) {
            throw new WfdbException(
                    "file: " + bytes.length + " bytes (expected: more than the offset of " + first.byteOffset() + ")");
        }
        return switch (first.format()) {
            case 16 -> format16(bytes, first.byteOffset());
            case 212 -> format212(bytes, first.byteOffset());
            default -> throw new WfdbException("format: " + first.format() + " (expected: 16 or 212)");
        };
    }

    /** Two bytes a sample, low byte first. */
    private static int[] format16(byte[] bytes, int from) {
        int[] samples = new int[(bytes.length - from) / 2];
        for (int sample = 0; sample < samples.length; sample++) {
            samples[sample] = bytes[from + 2 * sample] & 0xFF | bytes[from + 2 * sample + 1] << 8;
        }
        return samples;
    }

    /** Two samples of 12 bits in three bytes: low byte, both high nibbles (the first's in the low half), low byte. */
    private static int[] format212(byte[] bytes, int from) {
        int triples = (bytes.length - from) / 3;
        boolean half = (bytes.length - from) % 3 == 2;
        int[] samples = new int[2 * triples + (half ? 1 : 0)];
        for (int sample = 0; sample < samples.length; sample++) {
            int at = from + sample / 2 * 3;
            int nibbles = bytes[at + 1] & 0xFF;
            int value = sample % 2 == 0
                    ? bytes[at] & 0xFF | (nibbles & 0x0F) << 8
                    : bytes[at + 2] & 0xFF | (nibbles & 0xF0) << 4;
            samples[sample] = value << 20 >> 20;
        }
        return samples;
    }

    private static Optional<String> check(SignalSpec signal, int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        if (signal.checksum().isPresent()
                && Math.floorMod(sum, MODULUS)
                        != Math.floorMod(signal.checksum().getAsInt(), MODULUS)) {
            return Optional.of("checksum of signal '" + signal.name() + "': " + (short) sum + " (expected: "
                    + signal.checksum().getAsInt() + "): the file is damaged or not the header's");
        }
        if (counts.length > 0
                && signal.initialValue().isPresent()
                && signal.initialValue().getAsInt() != counts[0]
                && counts[0] != NO_SAMPLE_16) {
            return Optional.of("first sample of signal '" + signal.name() + "': " + counts[0] + " (expected: "
                    + signal.initialValue().getAsInt() + "): the file is damaged or not the header's");
        }
        return Optional.empty();
    }
}
