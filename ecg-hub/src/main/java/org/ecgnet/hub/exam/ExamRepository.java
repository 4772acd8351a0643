package org.ecgnet.hub.exam;

import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Recording;

/** Exams and their samples. */
public interface ExamRepository {

    /** False when the exam is there already. */
    boolean addIfAbsent(Exam exam);

    Optional<Exam> find(ExamId id);

    /**
     * The samples stored so far, from the first on without a gap, bit-exact, with the unit's marks; empty when there is
     * no sample yet.
     */
    Optional<Recording> recording(ExamId id);
}
