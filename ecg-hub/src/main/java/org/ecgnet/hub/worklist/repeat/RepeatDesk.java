package org.ecgnet.hub.worklist.repeat;

import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;

/** Sends exams back to their clinics. Blocks on the database; safe for use by many threads. */
public final class RepeatDesk {

    private final Database database;
    private final HubEvents events;

    public RepeatDesk(Database database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * Asks the clinic to record again. An exam whose critical case nobody has read back is not sent back: it is answered
     * first.
     */
    public RepeatAnswer ask(RepeatRequest request) {
        Outcome outcome = database.inTransaction(transaction -> within(transaction, request));
        outcome.told().ifPresent(site -> {
            events.publish(new HubEvent.DownlinkWaiting(site));
            events.publish(new HubEvent.WorklistChanged(request.examId()));
        });
        return outcome.answer();
    }

    private static Outcome within(Transaction transaction, RepeatRequest request) {
        Optional<Exam> exam = transaction.repository(ExamRepository.class).find(request.examId());
        if (exam.isEmpty()) {
            return Outcome.refused(RepeatAnswer.NO_SUCH_EXAM);
        }
        boolean unanswered = transaction.repository(CaseRepository.class).ofExam(request.examId()).stream()
                .anyMatch(
                        known -> known.open() && known.handling().acknowledged().isEmpty());
        if (unanswered) {
            return Outcome.refused(RepeatAnswer.ANSWER_THE_CASE_FIRST);
        }
        if (!transaction.repository(RepeatRepository.class).add(request)) {
            return Outcome.refused(RepeatAnswer.ASKED_BEFORE);
        }
        SiteCode site = exam.get().site();
        var words =
                new CentreMessage(Optional.of(request.examId()), request.by().name(), request.words(), request.at());
        transaction.repository(DownlinkRepository.class).add(site, words, request.at());
        transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        request.at(),
                        request.by().account(),
                        AuditAction.REPEAT_ASKED,
                        Optional.of(request.examId()),
                        Optional.empty(),
                        request.reason().name()));
        return new Outcome(RepeatAnswer.ASKED, Optional.of(site));
    }

    /** @param told the site that has a message waiting */
    private record Outcome(RepeatAnswer answer, Optional<SiteCode> told) {
        static Outcome refused(RepeatAnswer answer) {
            return new Outcome(answer, Optional.empty());
        }
    }
}
