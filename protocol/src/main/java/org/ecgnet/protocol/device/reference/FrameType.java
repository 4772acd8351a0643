package org.ecgnet.protocol.device.reference;

/** Byte 2 of a frame (package description). */
final class FrameType {

    static final int ANNOUNCEMENT = 0x01;
    static final int SAMPLES = 0x02;
    static final int STATUS = 0x03;
    static final int IDENTIFY = 0x41;
    static final int START = 0x42;
    static final int STOP = 0x43;

    private FrameType() {}
}
