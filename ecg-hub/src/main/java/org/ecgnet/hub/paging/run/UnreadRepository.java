package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.YellowPolicy;

/** Yellow exams that nobody has opened, and which of them the reader was paged about. */
public interface UnreadRepository {

    /**
     * Yellow by their latest reading, not opened by anybody since, no exercise, not paged about, received at or after
     * {@code since}; the oldest first.
     */
    List<UnreadYellow> yellow(Instant since);

    /** When the reader was last paged about any. */
    Optional<Instant> lastPaged();

    /** False when the reader was paged about it before. */
    boolean take(ExamId exam, Instant now);

    /** One of them, with its first finding in words. */
    record UnreadYellow(YellowPolicy.Unread exam, SiteCode site, String chinese, String english) {}
}
