package org.ecgnet.format.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final int FILE_GROUP = 0x0002;
    private static final int TRANSFER_SYNTAX = 0x0002_0010;
    private static final int WAVEFORMS = 0x5400_0100;

    @Override
    public String name() {
        return "DICOM";
    }

    /** By the mark after the preamble, or, for a data set that was saved without both, by its first element. */
    @Override
    public boolean claims(byte[] file) {
        return marked(file) || TransferSyntax.ofBareDataSet(file).isPresent();
    }

    private static boolean marked(byte[] file) {
        int end = PREAMBLE + MARK.length;
        return file.length >= end && Arrays.equals(file, PREAMBLE, end, MARK, 0, MARK.length);
    }

    @Override
    public CartRecording read(byte[] file) {
        DataSet all = dataSet(file);
        List<DataSet> groups = all.items(WAVEFORMS);
        List<MultiplexGroup> measured = groups.stream()
                .filter(MultiplexGroup::measured)
                .map(MultiplexGroup::of)
                .toList();
        double longest =
                measured.stream().mapToDouble(MultiplexGroup::seconds).max().orElse(0);
        MultiplexGroup best = measured.stream()
                .filter(group -> group.seconds() >= longest / 2)
                .max(Comparator.comparingInt(MultiplexGroup::leads).thenComparingDouble(MultiplexGroup::seconds))
                .orElseThrow(() -> none(groups));
        return new CartRecording(
                best.waveform(), best.marks(), DicomTime.of(all), patient(all), device(all), operator(all));
    }

    private static RefusedFile none(List<DataSet> groups) {
        return groups.isEmpty()
                ? new RefusedFile(Refusal.NO_WAVEFORM, "no waveform: a picture or a report")
                : new RefusedFile(Refusal.NO_LEADS, groups.size() + " groups, none measured with leads that are known");
    }

    /** The file's own elements are explicit and little-endian whatever follows. */
    private static DataSet dataSet(byte[] file) {
        if (!marked(file)) {
            TransferSyntax syntax = TransferSyntax.ofBareDataSet(file)
                    .orElseThrow(() -> new RefusedFile(Refusal.DAMAGED, "neither a mark nor a first element"));
            return syntax.read(ByteBuffer.wrap(file));
        }
        ByteBuffer in = TransferSyntax.EXPLICIT.ordered(ByteBuffer.wrap(file));
        in.position(PREAMBLE + MARK.length);
        DataSet meta = new DataSetReader(in, true).readGroup(FILE_GROUP);
        return TransferSyntax.of(meta.text(TRANSFER_SYNTAX)).read(in.slice());
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
        return CartNames.date(text.replace(".", ""));
    }

    private static String device(DataSet all) {
        return (all.words(0x0008_0070) + " " + all.words(0x0008_1090)).strip();
    }

    private static String operator(DataSet all) {
        return CartNames.caretName(all.words(0x0008_1070));
    }
}
