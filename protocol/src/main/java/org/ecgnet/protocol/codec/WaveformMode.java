package org.ecgnet.protocol.codec;

/** How hard to press a waveform together. Every mode is lossless and readable by {@link WaveformCodec} and {@link ChunkUnpacker}. */
public enum WaveformMode {
    /** Form 1: no model; for whatever must be read with twenty lines of code. */
    PLAIN,
    /** Form 2: for the live stream. */
    FAST,
    /** Form 3: for storage and slow uplinks; two to fourteen hundredths smaller and twice the work. */
    DENSE
}
