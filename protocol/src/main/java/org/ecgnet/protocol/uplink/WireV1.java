package org.ecgnet.protocol.uplink;

/** Limits of version 1 of the wire. */
public final class WireV1 {

    /** The only version this code writes and reads. */
    public static final int VERSION = 1;

    /** Largest message in bytes; a chunk of 16 leads, 1 s, 1000 Hz, 4 bytes a sample still fits. */
    public static final int MAX_MESSAGE_BYTES = 96 * 1024;

    private WireV1() {}
}
