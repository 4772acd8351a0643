package org.ecgnet.ops.benchmark.codec;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.ecgnet.protocol.codec.ChunkPacker;
import org.ecgnet.protocol.codec.ChunkUnpacker;
import org.ecgnet.protocol.codec.EncodingAlone;
import org.ecgnet.protocol.codec.Unpacked;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;

/**
 * One form on one data set, every record given back and compared.
 *
 * @param ratio mean over the records of 16 bits a sample by packed bits
 * @param chunked the same of one-second chunks with a key every ten
 * @param encodeMegabytes 10^6 bytes of 16-bit samples encoded a second of the thread's processor time; median of the rounds
 * @param packMegabytes the same with the unpacking that verifies and CRC-32C
 * @param unpackMegabytes unpacked, CRC-32C included
 */
record FormRun(double ratio, double chunked, double encodeMegabytes, double packMegabytes, double unpackMegabytes) {

    private static final int KEY_EVERY = 10;
    private static final int CHUNK = 500;

    static FormRun of(WaveformMode mode, List<int[][]> records, int rounds) {
        double[] encode = new double[rounds];
        double[] pack = new double[rounds];
        double[] unpack = new double[rounds];
        double ratio = 0;
        for (int round = 0; round < rounds; round++) {
            ratio = 0;
            long encoding = 0;
            long packing = 0;
            long unpacking = 0;
            double raw = 0;
            for (int[][] counts : records) {
                long begin = now();
                byte[] encoded = EncodingAlone.encode(mode, counts);
                long start = now();
                byte[] packed = WaveformCodec.pack(mode, counts);
                int crc = WaveformCodec.crc32c(counts);
                long middle = now();
                Unpacked unpacked = WaveformCodec.unpack(packed, counts.length, counts[0].length, crc);
                unpacking += now() - middle;
                packing += middle - start;
                encoding += start - begin;
                if (!Arrays.equals(encoded, packed)) {
                    throw new IllegalStateException("a record was not packed as it is encoded");
                }
                same(unpacked, counts);
                raw += bytes(counts);
                ratio += bytes(counts) / packed.length / records.size();
            }
            encode[round] = raw / encoding * 1e3;
            pack[round] = raw / packing * 1e3;
            unpack[round] = raw / unpacking * 1e3;
        }
        return new FormRun(ratio, chunked(mode, records), median(encode), median(pack), median(unpack));
    }

    private static double chunked(WaveformMode mode, List<int[][]> records) {
        double ratio = 0;
        for (int[][] counts : records) {
            var packer = new ChunkPacker(mode, KEY_EVERY);
            var unpacker = new ChunkUnpacker();
            long packed = 0;
            for (int from = 0; from < counts[0].length; from += CHUNK) {
                int first = from;
                int[][] part = Arrays.stream(counts)
                        .map(lead -> Arrays.copyOfRange(lead, first, Math.min(lead.length, first + CHUNK)))
                        .toArray(int[][]::new);
                byte[] chunk = packer.pack(part);
                same(unpacker.unpack(chunk, part.length, part[0].length, WaveformCodec.crc32c(part)), part);
                packed += chunk.length;
            }
            ratio += bytes(counts) / packed / records.size();
        }
        return ratio;
    }

    private static void same(Unpacked unpacked, int[][] counts) {
        if (!(unpacked instanceof Unpacked.Samples samples) || !Arrays.deepEquals(samples.counts(), counts)) {
            throw new IllegalStateException("a record did not come back: " + unpacked);
        }
    }

    static double bytes(int[][] counts) {
        return 2.0 * counts.length * counts[0].length;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Processor time of this thread: other programs on the machine do not count. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
