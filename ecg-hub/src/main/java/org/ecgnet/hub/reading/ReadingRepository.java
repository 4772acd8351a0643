package org.ecgnet.hub.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.prior.PriorEcg;

/** Readings; never changed, only added. */
public interface ReadingRepository {

    /** Adds the next reading of the exam. */
    StoredReading add(ExamId examId, StoredReading.Origin origin, Reading reading, Instant madeAt);

    Optional<StoredReading> latest(ExamId examId);

    /** All, oldest first. */
    List<StoredReading> ofExam(ExamId examId);

    /**
     * The same patient's latest recording before this exam, as the engine read it: by identity number, so empty for a
     * patient without one. Drills and recordings that could not be read are no priors.
     */
    Optional<PriorEcg> prior(Exam exam);

    /** All exams among which {@link #prior} chooses, the nearest first. */
    List<EarlierExam> earlier(Scope scope, Exam exam);

    /** True when the engine has read the whole exam. */
    boolean byEngine(ExamId examId);
}
