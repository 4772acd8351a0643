package org.ecgnet.hub.audit;

import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.ExamId;

/** The chain in the database; only ever added to. */
public interface AuditRepository {

    /** Adds to the end; other appending transactions wait until this one ends. */
    AuditEntry append(AuditEvent event);

    /** True when the actor did this with the exam at or after {@code since}. */
    boolean happened(String actor, AuditAction action, ExamId examId, Instant since);

    /** What was done with an exam, oldest first. */
    List<AuditEntry> ofExam(ExamId examId);

    /** What was asked for, the newest first, no more than {@code most}. */
    List<AuditLine> find(AuditQuery query, int most);

    /** Reads the whole chain and checks every hash; only its end keeps appending transactions waiting. */
    AuditCheck check();
}
