package org.ecgnet.hub.exam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.ecgnet.protocol.uplink.Bytes;

/** SHA-256 over samples as the wire defines it: little-endian int32, sample after sample, leads in order. */
final class SampleDigest {

    private SampleDigest() {}

    /** @param counts by lead and sample */
    static Bytes sha256(int[][] counts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer row = ByteBuffer.allocate(counts.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int samples = counts.length == 0 ? 0 : counts[0].length;
            for (int n = 0; n < samples; n++) {
                row.clear();
                for (int[] lead : counts) {
                    row.putInt(lead[n]);
                }
                digest.update(row.array());
            }
            return Bytes.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
