package org.ecgnet.hub.worklist;

import java.time.Instant;
import java.util.List;

/** Reads the worklist. */
public interface WorklistRepository {

    /**
     * Exams received since, and every exam whose critical case nobody has read back however old it is.
     *
     * @param most no more than this of the former, the newest
     */
    List<WorklistItem> current(Instant since, int most);

    /** Exams that the search finds, the newest first, no more than {@code most}. */
    List<WorklistItem> find(ExamSearch search, int most);
}
