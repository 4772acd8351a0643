package org.ecgnet.protocol.codec;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Packs the samples of all leads without loss and unpacks every form ever written.
 *
 * <p>Byte 0 is the form. {@link PlainForm} is 1. Values are whole counts of up to 32 bits.
 */
public final class WaveformCodec {

    /** Most leads in one chunk. */
    public static final int MAX_LEADS = 17;

    /** Most samples of each lead in one chunk: bounds what hostile bytes can make the decoder allocate. */
    public static final int MAX_SAMPLES = 1 << 20;

    private WaveformCodec() {}

    /** @param counts by lead and sample; 1 to 17 leads of one length */
    public static byte[] pack(int[][] counts) {
        return PlainForm.pack(counts);
    }

    /**
     * Unpacks a chunk of which the leads and the samples are known from its message.
     *
     * @param crc32c what {@link #crc32c} gave for the samples; a difference is refused
     */
    public static Unpacked unpack(byte[] packed, int leads, int samples, int crc32c) {
        if (leads < 1 || leads > MAX_LEADS || samples < 0 || samples > MAX_SAMPLES) {
            return new Unpacked.Refused("leads: " + leads + ", samples: " + samples + " (expected: 1.." + MAX_LEADS
                    + " and 0.." + MAX_SAMPLES + ")");
        }
        if (packed.length == 0) {
            return new Unpacked.Refused("no bytes (expected: a form byte)");
        }
        Unpacked unpacked =
                switch (packed[0]) {
                    case PlainForm.FORM -> PlainForm.unpack(packed, leads, samples);
                    default -> new Unpacked.Refused("waveform form " + packed[0] + " (expected: 1)");
                };
        if (unpacked instanceof Unpacked.Samples read && crc32c(read.counts()) != crc32c) {
            return new Unpacked.Refused("CRC-32C of the samples differs: the chunk is damaged");
        }
        return unpacked;
    }

    /** CRC-32C (Castagnoli) of the samples as little-endian int32, lead after lead. */
    public static int crc32c(int[][] counts) {
        CRC32C crc = new CRC32C();
        for (int[] lead : counts) {
            ByteBuffer bytes = ByteBuffer.allocate(lead.length * 4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(lead);
            crc.update(bytes.array());
        }
        return (int) crc.getValue();
    }
}
