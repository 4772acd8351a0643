package org.ecgnet.hub.worklist;

import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.site.Scope;

/** Reads the worklist. What lies outside the scope is never found. */
public interface WorklistRepository {

    /**
     * Exams received since, and every exam whose critical case nobody has read back however old it is.
     *
     * @param most no more than this of the former, the newest
     */
    List<WorklistItem> current(Scope scope, Instant since, int most);

    /** Exams that the search finds, the newest first, no more than {@code most}. */
    List<WorklistItem> find(Scope scope, ExamSearch search, int most);
}
