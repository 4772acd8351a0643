package org.ecgnet.format.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ecgnet.format.cart.CartFiles;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** How a data set is written (PS3.5, annex A); the compressed ones are for pictures. */
enum TransferSyntax {
    IMPLICIT("1.2.840.10008.1.2", ByteOrder.LITTLE_ENDIAN, false),
    EXPLICIT("1.2.840.10008.1.2.1", ByteOrder.LITTLE_ENDIAN, true),
    DEFLATED("1.2.840.10008.1.2.1.99", ByteOrder.LITTLE_ENDIAN, true),
    BIG_ENDIAN("1.2.840.10008.1.2.2", ByteOrder.BIG_ENDIAN, true);

    /** Elements with which a data set without a file's header may begin: length, character set, image type, class. */
    private static final Set<Integer> FIRST =
            Set.of(0x0008_0000, 0x0008_0005, 0x0008_0008, 0x0008_0012, 0x0008_0016, 0x0008_0018);

    private static final Set<String> FIRST_FORMS = Set.of("UL", "CS", "DA", "UI");
    private static final int LONGEST_FIRST = 256;

    private final String uid;
    private final ByteOrder order;
    private final boolean explicit;

    TransferSyntax(String uid, ByteOrder order, boolean explicit) {
        this.uid = uid;
        this.order = order;
        this.explicit = explicit;
    }

    static TransferSyntax of(String uid) {
        for (TransferSyntax syntax : values()) {
            if (syntax.uid.equals(uid)) {
                return syntax;
            }
        }
        throw new RefusedFile(Refusal.NOT_SUPPORTED, "transfer syntax is none for waveforms");
    }

    /** Of a file that begins with its first element. */
    static Optional<TransferSyntax> ofBareDataSet(byte[] file) {
        if (file.length < LONGEST_FIRST) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int tag = Short.toUnsignedInt(in.getShort(0)) << 16 | Short.toUnsignedInt(in.getShort(2));
        if (!FIRST.contains(tag)) {
            return Optional.empty();
        }
        if (FIRST_FORMS.contains(new String(file, 4, 2, StandardCharsets.ISO_8859_1))) {
            return Optional.of(EXPLICIT);
        }
        long length = Integer.toUnsignedLong(in.getInt(4));
        return length < LONGEST_FIRST ? Optional.of(IMPLICIT) : Optional.empty();
    }

    /** The buffer, with numbers in this order. */
    ByteBuffer ordered(ByteBuffer in) {
        return in.order(order);
    }

    /** The data set that is all of the buffer. */
    DataSet read(ByteBuffer in) {
        ByteBuffer plain = this == DEFLATED ? inflated(in) : in;
        return new DataSetReader(ordered(plain), explicit).read();
    }

    private static ByteBuffer inflated(ByteBuffer in) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(in);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0) {
                    throw new RefusedFile(Refusal.DAMAGED, "the deflated data set ends early");
                }
                out.write(part, 0, count);
                if (out.size() > CartFiles.MOST_BYTES) {
                    throw new RefusedFile(Refusal.TOO_LARGE, "more than " + CartFiles.MOST_BYTES + " bytes inflated");
                }
            }
            return ByteBuffer.wrap(out.toByteArray());
        } catch (DataFormatException e) {
            throw new RefusedFile(Refusal.DAMAGED, "the deflated data set is damaged");
        } finally {
            inflater.end();
        }
    }
}
