package org.ecgnet.protocol.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * Packs the chunks of one exam one after the other. Chunks go on with what the model has learnt; every so often one stands for
 * itself, so that a lost chunk costs no more than the rest of its key interval.
 *
 * <p>What was packed is unpacked again at once: should it not be the samples, the plain form goes out instead. For one exam and
 * one thread.
 */
public final class ChunkPacker {

    private final int keyEvery;
    private final Optional<ModelledForm> form;
    private final ChunkUnpacker check = new ChunkUnpacker();

    /** @param keyEvery chunks from one key chunk to the next, 1 to 255 */
    public ChunkPacker(WaveformMode mode, int keyEvery) {
        this(form(mode), keyEvery);
    }

    /** @param form whatever it packs is read back by the {@link ChunkUnpacker} */
    ChunkPacker(Optional<ModelledForm> form, int keyEvery) {
        if (keyEvery < 1 || keyEvery > ModelledForm.MOST_SINCE_KEY) {
            throw new IllegalArgumentException(
                    "keyEvery: " + keyEvery + " (expected: 1.." + ModelledForm.MOST_SINCE_KEY + ")");
        }
        this.keyEvery = keyEvery;
        this.form = form;
    }

    private static Optional<ModelledForm> form(WaveformMode mode) {
        return switch (mode) {
            case PLAIN -> Optional.empty();
            case FAST -> Optional.of(ModelledForm.fast());
            case DENSE -> Optional.of(ModelledForm.dense());
        };
    }

    /** @param counts by lead and sample; 1 to 17 leads of one length */
    public byte[] pack(int[][] counts) {
        WaveformCodec.requireShape(counts);
        if (form.isEmpty()) {
            return PlainForm.pack(counts);
        }
        ModelledForm modelled = form.get();
        if (modelled.sinceKey() >= keyEvery) {
            modelled.reset();
        }
        byte[] packed = modelled.pack(counts);
        Unpacked again = check.unpack(packed, counts.length, counts[0].length);
        if (again instanceof Unpacked.Samples samples && Arrays.deepEquals(samples.counts(), counts)) {
            return packed;
        }
        modelled.reset();
        return PlainForm.pack(counts);
    }
}
