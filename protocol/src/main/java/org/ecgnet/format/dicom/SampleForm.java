package org.ecgnet.format.dicom;

import java.nio.ByteOrder;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/**
 * How samples are written (PS3.3, section C.10.9.1.5): linear, of 8, 16 or 32 bits. The logarithmic forms of telephones
 * are refused, and so are others than 16 bits where bytes are swapped: which way round is told differently.
 *
 * @param bytes of a sample
 * @param signed two's complement
 */
record SampleForm(int bytes, boolean signed, ByteOrder order) {

    private static final int BITS = 0x5400_1004;
    private static final int INTERPRETATION = 0x5400_1006;

    static SampleForm of(DataSet group) {
        String form = group.text(INTERPRETATION) + group.number(BITS);
        SampleForm known =
                switch (form) {
                    case "SB8" -> new SampleForm(1, true, group.order());
                    case "UB8" -> new SampleForm(1, false, group.order());
                    case "SS16" -> new SampleForm(2, true, group.order());
                    case "US16" -> new SampleForm(2, false, group.order());
                    case "SL32" -> new SampleForm(4, true, group.order());
                    default ->
                        throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples that are not linear of 8, 16 or 32 bits");
                };
        if (known.bytes != 2 && known.order == ByteOrder.BIG_ENDIAN) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, "samples other than 16 bits, highest byte first");
        }
        return known;
    }

    /** The sample of a number, from 0. */
    int at(byte[] data, int number) {
        int first = number * bytes;
        int value = 0;
        for (int at = bytes - 1; at >= 0; at--) {
            value = value << 8 | data[first + (order == ByteOrder.LITTLE_ENDIAN ? at : bytes - 1 - at)] & 0xFF;
        }
        int unused = Integer.SIZE - Byte.SIZE * bytes;
        return signed ? value << unused >> unused : value;
    }
}
