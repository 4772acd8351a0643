package org.ecgnet.edge.store;

import java.nio.ByteBuffer;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.codec.Unpacked;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;

/**
 * The seconds of an exam that were read here, kept to be shown and printed.
 *
 * @param firstSample where they begin in the recording
 */
public record Strip(int firstSample, Waveform waveform) {

    private static final int HEAD_BYTES = 3 * Integer.BYTES;

    /** First sample, samples and check value, then the packed counts. */
    byte[] toBytes() {
        int[][] counts = waveform.counts();
        byte[] packed = WaveformCodec.pack(WaveformMode.FAST, counts);
        return ByteBuffer.allocate(HEAD_BYTES + packed.length)
                .putInt(firstSample)
                .putInt(waveform.length())
                .putInt(WaveformCodec.crc32c(counts))
                .put(packed)
                .array();
    }

    /** @throws StoreException when the bytes are none of that exam's */
    static Strip of(byte[] bytes, ExamStarted started) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int first = in.getInt();
        int samples = in.getInt();
        int check = in.getInt();
        byte[] packed = new byte[in.remaining()];
        in.get(packed);
        if (WaveformCodec.unpack(packed, started.leads().size(), samples, check) instanceof Unpacked.Samples read) {
            return new Strip(first, new Waveform(started.rate(), started.leads(), started.scales(), read.counts()));
        }
        throw new StoreException("the strip of exam " + started.examId() + " is damaged", false);
    }
}
