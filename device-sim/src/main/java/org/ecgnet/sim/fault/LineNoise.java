package org.ecgnet.sim.fault;

import java.util.Random;

/** Damages a stream of bytes: the same seed and bytes give the same damage, however the stream is cut. */
public final class LineNoise {

    private final double flipRate;
    private final double dropRate;
    private final Random chance;
    private long flipped;
    private long dropped;

    /**
     * @param flipRate chance that a byte has one bit flipped
     * @param dropRate chance that a byte is lost
     */
    public LineNoise(double flipRate, double dropRate, long seed) {
        this.flipRate = flipRate;
        this.dropRate = dropRate;
        this.chance = new Random(seed);
    }

    /** The bytes as they arrive. */
    public byte[] pass(byte[] bytes) {
        if (flipRate == 0 && dropRate == 0) {
            return bytes;
        }
        byte[] arrived = new byte[bytes.length];
        int length = 0;
        for (byte one : bytes) {
            double lost = chance.nextDouble();
            double flips = chance.nextDouble();
            int bit = chance.nextInt(8);
            if (lost < dropRate) {
                dropped++;
            } else if (flips < flipRate) {
                flipped++;
                arrived[length++] = (byte) (one ^ 1 << bit);
            } else {
                arrived[length++] = one;
            }
        }
        return java.util.Arrays.copyOf(arrived, length);
    }

    public long flipped() {
        return flipped;
    }

    public long dropped() {
        return dropped;
    }
}
