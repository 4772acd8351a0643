package org.ecgnet.protocol.device.openbci;

import org.ecgnet.protocol.device.RejectReason;

/** What the decoder found at the buffer's position. */
sealed interface CytonCut {

    /** A frame with its eight counts. */
    record Frame(int number, int[] counts) implements CytonCut {}

    /** An answer in words, without its end mark. */
    record Text(String words) implements CytonCut {}

    /** Bytes that were skipped. */
    record Rejected(RejectReason reason, int bytes) implements CytonCut {}

    /** The buffer ends before the next frame does. */
    record NeedMore() implements CytonCut {}
}
