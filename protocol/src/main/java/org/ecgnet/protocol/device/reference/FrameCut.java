package org.ecgnet.protocol.device.reference;

import org.ecgnet.protocol.device.RejectReason;

/** What the decoder found at the buffer's position. */
sealed interface FrameCut {

    /** A frame whose checks agree. */
    record Frame(int type, int sequence, byte[] payload) implements FrameCut {}

    /** Bytes that were skipped. */
    record Rejected(RejectReason reason, int bytes) implements FrameCut {}

    /** The buffer ends before the next frame does. */
    record NeedMore() implements FrameCut {}
}
