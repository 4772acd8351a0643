package org.ecgnet.protocol.codec;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Packs the samples of all leads without loss and unpacks every form ever written, each block for itself; {@link ChunkPacker}
 * and {@link ChunkUnpacker} do it for the chunks of a stream.
 *
 * <p>Byte 0 is the form: 1 plain, 2 fast, 3 dense. Values are whole counts of up to 32 bits.
 */
public final class WaveformCodec {

    /** Most leads in one block. */
    public static final int MAX_LEADS = 17;

    /** Most samples of each lead in one block: bounds what hostile bytes can make the decoder allocate. */
    public static final int MAX_SAMPLES = 1 << 20;

    private WaveformCodec() {}

    /** @param counts by lead and sample; 1 to 17 leads of one length */
    public static byte[] pack(WaveformMode mode, int[][] counts) {
        return new ChunkPacker(mode, 1).pack(counts);
    }

    /**
     * Unpacks a block of which the leads and the samples are known from its message.
     *
     * @param crc32c what {@link #crc32c} gave for the samples; a difference is refused
     */
    public static Unpacked unpack(byte[] packed, int leads, int samples, int crc32c) {
        return new ChunkUnpacker().unpack(packed, leads, samples, crc32c);
    }

    static void requireShape(int[][] counts) {
        if (counts.length < 1 || counts.length > MAX_LEADS || counts[0].length > MAX_SAMPLES) {
            throw new IllegalArgumentException("leads: " + counts.length + " (expected: 1.." + MAX_LEADS + " of up to "
                    + MAX_SAMPLES + " samples)");
        }
        for (int[] lead : counts) {
            if (lead.length != counts[0].length) {
                throw new IllegalArgumentException("samples: " + lead.length + " and " + counts[0].length
                        + " (expected: one length for all leads)");
            }
        }
    }

    /** CRC-32C (Castagnoli) of the samples as little-endian int32, lead after lead. */
    public static int crc32c(int[][] counts) {
        CRC32C crc = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(counts.length == 0 ? 0 : counts[0].length * 4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int[] lead : counts) {
            bytes.asIntBuffer().put(lead);
            crc.update(bytes.array());
        }
        return (int) crc.getValue();
    }
}
