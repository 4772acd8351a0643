package org.ecgnet.protocol.codec;

import java.util.Arrays;
import java.util.Random;

/** Samples of every kind that a codec may meet, by seed; the benchmarks run many more of them than the tests. */
public final class AdversarialInputs {

    private static final int DENSE_EVERY = 10;

    private AdversarialInputs() {}

    /**
     * Packs and unpacks the inputs of these seeds, and unpacks each once more with one bit turned over.
     *
     * @throws IllegalStateException naming the seed that did not come back bit for bit, or whose damage was not noticed
     */
    public static void check(int from, int count) {
        var fast = new ChunkPacker(WaveformMode.FAST, 1);
        var dense = new ChunkPacker(WaveformMode.DENSE, 1);
        var plain = new ChunkPacker(WaveformMode.PLAIN, 1);
        var unpacker = new ChunkUnpacker();
        for (int seed = from; seed < from + count; seed++) {
            int[][] counts = any(seed);
            byte[] packed = (seed % DENSE_EVERY == 0 ? dense : seed % 10 == 1 ? plain : fast).pack(counts);
            int crc = WaveformCodec.crc32c(counts);
            require(unpacker.unpack(packed, counts.length, counts[0].length, crc), counts, seed);
            int bit = Math.floorMod(seed * 31, packed.length * 8);
            packed[bit / 8] ^= (byte) (1 << bit % 8);
            Unpacked damaged = unpacker.unpack(packed, counts.length, counts[0].length, crc);
            if (damaged instanceof Unpacked.Samples) {
                require(damaged, counts, seed);
            }
        }
    }

    private static void require(Unpacked unpacked, int[][] counts, int seed) {
        if (!(unpacked instanceof Unpacked.Samples samples) || !Arrays.deepEquals(samples.counts(), counts)) {
            throw new IllegalStateException("seed " + seed + ": " + unpacked);
        }
    }

    /** 1 to 16 leads of mostly 0 to 15, at times up to 400 samples: silence, noise, ramps, saturation, alternation, lattices, extremes, hearts. */
    static int[][] any(long seed) {
        Random random = new Random(seed);
        int leads = 1 + random.nextInt(16);
        int samples = random.nextInt(random.nextInt(64) == 0 ? 400 : 16);
        int[][] counts = new int[leads][samples];
        for (int[] lead : counts) {
            fill(lead, random.nextInt(10), random);
        }
        return random.nextInt(4) == 0 && leads > 5 ? withDerived(counts) : counts;
    }

    private static void fill(int[] lead, int kind, Random random) {
        int wide = 1 + random.nextInt(24);
        double step = 1 + random.nextInt(800) / 100.0;
        int level = random.nextInt();
        for (int n = 0; n < lead.length; n++) {
            lead[n] = switch (kind) {
                case 0 -> 0;
                case 1 -> level;
                case 2 -> random.nextInt() >> 32 - wide;
                case 3 -> random.nextInt();
                case 4 -> n % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
                case 5 -> Math.max(-2048, Math.min(2047, (int) (3000 * Math.sin(n / 9.0))));
                case 6 -> (int) (random.nextInt(400) * step);
                case 7 -> n * level;
                case 8 -> random.nextInt(50) == 0 ? random.nextInt() : 7;
                default -> heart(n, random);
            };
        }
    }

    /** Twelve leads of one heart, of which four follow from the first two, in counts of 1 microvolt. */
    static int[][] twelveLeads(long seed, int samples) {
        Random random = new Random(seed);
        int[][] counts = new int[12][samples];
        for (int lead = 0; lead < 12; lead++) {
            for (int n = 0; n < samples; n++) {
                counts[lead][n] = (int) ((0.4 + lead / 10.0) * heart(n + 3 * lead, random));
            }
        }
        return withDerived(counts);
    }

    private static int[][] withDerived(int[][] counts) {
        for (int n = 0; n < counts[0].length; n++) {
            counts[2][n] = counts[1][n] - counts[0][n];
            counts[3][n] = -(counts[0][n] + counts[1][n]) / 2;
            counts[4][n] = (2 * counts[0][n] - counts[1][n]) / 2;
            counts[5][n] = (2 * counts[1][n] - counts[0][n]) >> 1;
        }
        return counts;
    }

    private static int heart(int n, Random random) {
        int inBeat = n % 400;
        double qrs = 1200 * Math.exp(-Math.pow((inBeat - 100) / 9.0, 2))
                - 400 * Math.exp(-Math.pow((inBeat - 118) / 9.0, 2));
        double slow =
                90 * Math.exp(-Math.pow((inBeat - 50) / 14.0, 2)) + 250 * Math.exp(-Math.pow((inBeat - 230) / 40.0, 2));
        return (int) (qrs + slow + 60 * Math.sin(n / 700.0) + 4 * random.nextGaussian());
    }
}
