package org.ecgnet.hub.worklist.repeat;

/** What came of asking for a repeat. */
public enum RepeatAnswer {
    ASKED,
    NO_SUCH_EXAM,
    /** A critical case hangs on it that nobody has read back. */
    ANSWER_THE_CASE_FIRST,
    ASKED_BEFORE
}
