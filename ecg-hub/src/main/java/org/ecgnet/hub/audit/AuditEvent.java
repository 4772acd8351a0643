package org.ecgnet.hub.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;

/**
 * Something that somebody saw or did.
 *
 * @param at by the hub's clock, to the microsecond
 * @param actor an account's name, or what acted on its own
 * @param detail in words, without a patient
 */
public record AuditEvent(
        Instant at, String actor, AuditAction action, Optional<ExamId> examId, Optional<UUID> caseId, String detail) {

    /** The database keeps microseconds: what is hashed must be what is read back. */
    public AuditEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** About no exam and no case. */
    public static AuditEvent of(Instant at, String actor, AuditAction action, String detail) {
        return new AuditEvent(at, actor, action, Optional.empty(), Optional.empty(), detail);
    }
}
