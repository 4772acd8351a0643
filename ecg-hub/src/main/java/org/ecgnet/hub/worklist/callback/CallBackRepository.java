package org.ecgnet.hub.worklist.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.Person;

/** Wishes of clinics to be called, and who calls. */
public interface CallBackRepository {

    /** All that are open, the longest waiting first. */
    List<CallBack> open();

    /** The exam's; empty when it has none that is open. */
    Optional<CallBack> open(ExamId examId);

    /** Makes it this person's, whosever it was. */
    void take(CallBack wish, Person by, Instant now);

    /** The clinic was called. */
    void done(CallBack wish, Person by, Instant now);
}
