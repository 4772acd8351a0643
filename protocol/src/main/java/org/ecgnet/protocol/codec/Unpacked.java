package org.ecgnet.protocol.codec;

/** What became of packed bytes. */
public sealed interface Unpacked {

    /**
     * The samples, bit-exact.
     *
     * @param counts by lead and sample
     */
    record Samples(int[][] counts) implements Unpacked {}

    /** The bytes are no waveform of a known form, or are damaged. */
    record Refused(String reason) implements Unpacked {}
}
