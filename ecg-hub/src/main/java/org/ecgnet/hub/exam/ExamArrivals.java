package org.ecgnet.hub.exam;

import java.util.Collection;
import org.ecgnet.ecg.ExamId;

/** Who acts on what has arrived; told after the commit, and never blocks. */
public interface ExamArrivals {

    /** A segment of a known exam is stored. */
    void segmentStored(ExamId examId, Segment segment);

    /** These exams have every segment and their end. */
    void allStored(Collection<ExamId> examIds);
}
