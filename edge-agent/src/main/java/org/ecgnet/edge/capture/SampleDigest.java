package org.ecgnet.edge.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.ecgnet.protocol.uplink.Bytes;

/** The running SHA-256 of a recording: samples as little-endian int32, moment after moment, leads in order. */
final class SampleDigest {

    private final MessageDigest sha256;
    private final ByteBuffer moment;

    SampleDigest(int leads) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
        moment = ByteBuffer.allocate(leads * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param counts one count a lead */
    void add(int[] counts) {
        moment.clear();
        for (int count : counts) {
            moment.putInt(count);
        }
        sha256.update(moment.array());
    }

    /** The digest of all that was added; may be asked once. */
    Bytes value() {
        return Bytes.of(sha256.digest());
    }
}
