package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.site.Scope;

/** Critical cases and their events. */
public interface CaseRepository {

    /**
     * Waits until no other transaction opens or merges a case, so that two exams of one patient cannot both miss each
     * other; released when the transaction ends.
     */
    void serializeOpening();

    /** The register's next serial number. */
    long nextNumber();

    void add(CriticalCase opened);

    void save(CriticalCase changed);

    /**
     * The exam belongs to the case and is waited for by the present round: only what the clinic confirms of it from now
     * on counts, or anything when it is new to the case.
     */
    void addExam(UUID caseId, ExamId examId, int round);

    Optional<CriticalCase> find(UUID id);

    /** The same, and no other transaction can change the case until this one ends. */
    Optional<CriticalCase> lock(UUID id);

    /** The case that the exam belongs to; the last one when there are several. */
    Optional<CriticalCase> ofExam(ExamId examId);

    /** Open cases of the patient with a red reading at or after {@code since}, latest first. */
    List<CriticalCase> openOfPatient(String patientKey, Instant since);

    /** All that are open, worst and oldest first. */
    List<CriticalCase> open();

    /** Opened in the span, {@code to} excluded, by number. */
    List<CriticalCase> openedBetween(Scope scope, Instant from, Instant to);

    /** The first that the clinic confirmed of the exams of this round: seen, 120 called or transferred. */
    Optional<ClinicSeen> clinicConfirmation(UUID caseId, int round);

    void append(CaseEvent event);

    /** Oldest first. */
    List<CaseEvent> events(UUID caseId);
}
