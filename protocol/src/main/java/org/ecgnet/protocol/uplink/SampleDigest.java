package org.ecgnet.protocol.uplink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 over a recording's samples as {@link UplinkMessage.ExamEnded} carries it: little-endian int32, moment after
 * moment, leads in order. For one thread.
 */
public final class SampleDigest {

    private final MessageDigest sha256;
    private final ByteBuffer moment;

    /** @param leads how many counts each moment has */
    public SampleDigest(int leads) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
        moment = ByteBuffer.allocate(leads * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param counts one count a lead */
    public void add(int[] counts) {
        moment.clear();
        for (int count : counts) {
            moment.putInt(count);
        }
        sha256.update(moment.array());
    }

    /** The digest of all that was added; may be asked once. */
    public Bytes value() {
        return Bytes.of(sha256.digest());
    }

    /** @param counts by lead and sample */
    public static Bytes of(int[][] counts) {
        SampleDigest digest = new SampleDigest(counts.length);
        int[] moment = new int[counts.length];
        int samples = counts.length == 0 ? 0 : counts[0].length;
        for (int n = 0; n < samples; n++) {
            for (int lead = 0; lead < counts.length; lead++) {
                moment[lead] = counts[lead][n];
            }
            digest.add(moment);
        }
        return digest.value();
    }
}
