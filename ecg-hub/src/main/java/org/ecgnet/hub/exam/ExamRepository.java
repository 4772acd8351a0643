package org.ecgnet.hub.exam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Recording;

/** Exams and their samples. */
public interface ExamRepository {

    /** False when the exam is there already. */
    boolean addIfAbsent(Exam exam);

    Optional<Exam> find(ExamId id);

    /** The same, and no other transaction can do so until this one ends: whoever changes what hangs on the exam. */
    Optional<Exam> lock(ExamId id);

    /** The segments from a number on that are stored, ascending. */
    List<Segment> segments(ExamId id, int fromSeq);

    /**
     * The samples stored so far, from the first on without a gap, bit-exact, with the unit's marks; empty when there is
     * no sample yet.
     */
    Optional<Recording> recording(ExamId id);

    /** What the clinic said the whole must be; empty until the end has come. */
    Optional<Ending> ending(ExamId id);

    /** Marks an arriving exam as whole. */
    void complete(ExamId id, ExamState state, Instant now);

    /** Marks the exam as read by the engine. @return false when it was already */
    boolean read(ExamId id, Instant now);

    /** Exams of which all has arrived and that the engine has not read, oldest first. */
    List<ExamId> unread();

    /** Who said later whose exam it is, oldest first. */
    List<PatientIdentification> identifications(ExamId id);

    /** What the clinic did with the result, oldest first. */
    List<ClinicConfirmation> confirmations(ExamId id);
}
