package org.ecgnet.hub.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.triage.Reading;

/** Readings; never changed, only added. */
public interface ReadingRepository {

    /** Adds the next reading of the exam. */
    StoredReading add(ExamId examId, StoredReading.Origin origin, Reading reading, Instant madeAt);

    Optional<StoredReading> latest(ExamId examId);

    /** All, oldest first. */
    List<StoredReading> ofExam(ExamId examId);

    /** True when the engine has read the whole exam. */
    boolean byEngine(ExamId examId);
}
