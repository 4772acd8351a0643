package org.ecgnet.hub.worklist.handover;

/** What came of offering or taking. */
public enum HandoverAnswer {
    DONE,
    /** Nothing to hand over was named. */
    NOTHING_NAMED,
    /** One of the exams does not exist. */
    NO_SUCH_EXAM,
    /** One of the exams is offered already, or nobody offers this one any more. */
    NOT_ON_OFFER
}
