package org.ecgnet.protocol.device.usbbox;

import org.ecgnet.protocol.device.RejectReason;

/** What the decoder found at the buffer's position. */
sealed interface BoxCut {

    /** A frame whose marks, length, counter and checksum agree. */
    record Frame(byte opcode, int counter, byte[] bytes) implements BoxCut {}

    /** Bytes that were skipped. */
    record Rejected(RejectReason reason, int bytes) implements BoxCut {}

    /** The buffer ends before the next frame does. */
    record NeedMore() implements BoxCut {}
}
