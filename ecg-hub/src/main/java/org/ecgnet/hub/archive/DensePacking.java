package org.ecgnet.hub.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.protocol.codec.ChunkPacker;
import org.ecgnet.protocol.codec.ChunkUnpacker;
import org.ecgnet.protocol.codec.Unpacked;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.Bytes;

/** The dense form of one exam's segments. Pure. */
final class DensePacking {

    /** Segments from one that stands for itself to the next, as in the live stream. */
    private static final int KEY_EVERY = 10;

    private DensePacking() {}

    /**
     * Packs anew and reads back.
     *
     * @param segments all of the exam's, ascending
     * @param leads of the exam
     * @return waveforms by segment number; empty when a segment cannot be read, the new ones do not give the same samples, or
     *     they are not smaller
     */
    static Optional<Map<Integer, Bytes>> of(List<Segment> segments, int leads) {
        var old = new ChunkUnpacker();
        var packer = new ChunkPacker(WaveformMode.DENSE, KEY_EVERY);
        var fresh = new ChunkUnpacker();
        var waveforms = new TreeMap<Integer, Bytes>();
        long before = 0;
        long after = 0;
        for (Segment segment : segments) {
            Unpacked came = old.unpack(segment.waveform().toArray(), leads, segment.samples(), segment.crc32c());
            if (!(came instanceof Unpacked.Samples samples)) {
                return Optional.empty();
            }
            byte[] packed = packer.pack(samples.counts());
            Unpacked again = fresh.unpack(packed, leads, segment.samples(), segment.crc32c());
            if (!(again instanceof Unpacked.Samples same) || !Arrays.deepEquals(same.counts(), samples.counts())) {
                return Optional.empty();
            }
            before += segment.waveform().length();
            after += packed.length;
            waveforms.put(segment.seq(), Bytes.of(packed));
        }
        return after < before ? Optional.of(waveforms) : Optional.empty();
    }
}
