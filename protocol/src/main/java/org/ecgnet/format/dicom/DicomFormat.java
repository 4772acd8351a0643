package org.ecgnet.format.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.format.cart.CartFormat;
import org.ecgnet.format.cart.CartNames;
import org.ecgnet.format.cart.CartPatient;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** DICOM ECG waveforms. */
public final class DicomFormat implements CartFormat {

    private static final int PREAMBLE = 128;
    private static final byte[] MARK = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final int GROUP_LENGTH = 0x0002_0000;
    private static final int TRANSFER_SYNTAX = 0x0002_0010;
    private static final int WAVEFORMS = 0x5400_0100;
    private static final int ORIGINALITY = 0x003A_0004;

    @Override
    public String name() {
        return "DICOM";
    }

    @Override
    public boolean claims(byte[] file) {
        boolean marked = file.length >= PREAMBLE + MARK.length;
        for (int at = 0; marked && at < MARK.length; at++) {
            marked = file[PREAMBLE + at] == MARK[at];
        }
        return marked;
    }

    @Override
    public CartRecording read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        in.position(PREAMBLE + MARK.length);
        DataSetReader reader = new DataSetReader(in);
        DataSet meta = reader.read(endOfMeta(in), true);
        DataSet all = reader.read(file.length, explicit(meta.text(TRANSFER_SYNTAX)));
        List<DataSet> groups = all.items(WAVEFORMS);
        List<DataSet> original = groups.stream()
                .filter(group -> !group.text(ORIGINALITY).equals("DERIVED"))
                .toList();
        MultiplexGroup longest = original.stream()
                .map(MultiplexGroup::of)
                .max(Comparator.comparingDouble(MultiplexGroup::seconds))
                .orElseThrow(() -> new RefusedFile(Refusal.NO_WAVEFORM, groups.size() + " groups, none original"));
        return new CartRecording(
                longest.waveform(), UnitMarks.NONE, DicomTime.of(all), patient(all), device(all), operator(all));
    }

    /** The file's own elements are explicit whatever follows; their length comes first. */
    private static int endOfMeta(ByteBuffer in) {
        int at = in.position();
        boolean lengthFirst = in.remaining() > 12 && in.getInt(at) == Integer.rotateLeft(GROUP_LENGTH, 16);
        long length = lengthFirst ? Integer.toUnsignedLong(in.getInt(at + 8)) : Long.MAX_VALUE;
        if (length > in.remaining() - 12) {
            throw new RefusedFile(Refusal.DAMAGED, "file header without its length");
        }
        return at + 12 + (int) length;
    }

    private static boolean explicit(String syntax) {
        return switch (syntax) {
            case EXPLICIT -> true;
            case IMPLICIT -> false;
            default -> throw new RefusedFile(Refusal.NOT_SUPPORTED, "transfer syntax is not plain little-endian");
        };
    }

    private static CartPatient patient(DataSet all) {
        String age = all.text(0x0010_1010);
        return new CartPatient(
                Optional.of(CartNames.caretName(all.words(0x0010_0010))),
                Optional.of(all.words(0x0010_0020)),
                CartNames.sexOf(all.text(0x0010_0040)),
                day(all.text(0x0010_0030)),
                age.matches("\\d{3}Y") ? OptionalInt.of(Integer.parseInt(age.substring(0, 3))) : OptionalInt.empty());
    }

    static Optional<LocalDate> day(String text) {
        String digits = text.replace(".", "");
        return digits.matches("\\d{8}.*")
                ? CartNames.date(
                        Integer.parseInt(digits.substring(0, 4)),
                        Integer.parseInt(digits.substring(4, 6)),
                        Integer.parseInt(digits.substring(6, 8)))
                : Optional.empty();
    }

    private static String device(DataSet all) {
        return (all.words(0x0008_0070) + " " + all.words(0x0008_1090)).strip();
    }

    private static String operator(DataSet all) {
        return CartNames.caretName(all.words(0x0008_1070));
    }
}
