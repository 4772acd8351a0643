package org.ecgnet.edge.page;

import org.ecgnet.ecg.ExamId;

/** What became of a wish to record. */
public sealed interface StartOutcome {

    /** The unit was told to start. */
    record Started(ExamId examId) implements StartOutcome {}

    /** Nothing was started. */
    record Refused(Why why) implements StartOutcome {}

    /** Why nothing was started; the page has words for each. */
    enum Why {
        BUSY,
        NO_UNIT,
        DISK_NEARLY_FULL,
        DISK_FULL
    }
}
