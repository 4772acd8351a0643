package org.ecgnet.format.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.format.cart.ForeignText;

/** The elements of a data set by their tag, {@code group << 16 | element}. */
final class DataSet {

    private final Map<Integer, byte[]> values;
    private final Map<Integer, List<DataSet>> sequences;
    private final ByteOrder order;

    /** @param order of the bytes of numbers */
    DataSet(Map<Integer, byte[]> values, Map<Integer, List<DataSet>> sequences, ByteOrder order) {
        this.order = order;
        this.values = Map.copyOf(values);
        this.sequences = Map.copyOf(sequences);
    }

    ByteOrder order() {
        return order;
    }

    Optional<byte[]> bytes(int tag) {
        return Optional.ofNullable(values.get(tag));
    }

    List<DataSet> items(int tag) {
        return Optional.ofNullable(sequences.get(tag)).orElse(List.of());
    }

    Optional<DataSet> item(int tag) {
        return items(tag).stream().findFirst();
    }

    /** Text of the default character set, without its padding; empty when it is not there. */
    String text(int tag) {
        return bytes(tag)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace('\0', ' ')
                        .strip())
                .orElse("");
    }

    /** Text that people wrote. */
    String words(int tag) {
        return bytes(tag)
                .map(bytes -> ForeignText.of(Arrays.copyOf(bytes, bytes.length)))
                .orElse("");
    }

    /** An unsigned number of 16 or 32 bits; -1 when it is not there. */
    long number(int tag) {
        return bytes(tag)
                .filter(bytes -> bytes.length == Short.BYTES || bytes.length == Integer.BYTES)
                .map(bytes -> ByteBuffer.wrap(bytes).order(order))
                .map(bytes -> bytes.remaining() == Short.BYTES
                        ? Short.toUnsignedLong(bytes.getShort())
                        : Integer.toUnsignedLong(bytes.getInt()))
                .orElse(-1L);
    }
}
