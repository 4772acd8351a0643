package org.ecgnet.hub.exam;

/** How far an exam has arrived. */
public enum ExamState {
    ARRIVING,
    /** Every chunk is stored and the SHA-256 agrees. */
    COMPLETE,
    /** Every chunk is stored but the SHA-256 does not agree: read all the same, and said so. */
    DAMAGED
}
