package org.ecgnet.hub.worklist.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;

/** Gives a clinic's wish to be called to somebody, by name. Blocks on the database; safe for use by many threads. */
public final class CallBackDesk {

    private final Database database;
    private final HubEvents events;

    public CallBackDesk(Database database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    /** All that are open, the longest waiting first. */
    public List<CallBack> open() {
        return database.inTransaction(
                transaction -> transaction.repository(CallBackRepository.class).open());
    }

    /**
     * Makes it this person's and tells the clinic who calls.
     *
     * @param seq of the wish that was seen
     * @param takeOver also when somebody else has said that he calls
     */
    public CallBackAnswer take(ExamId examId, int seq, boolean takeOver, Person by, Instant now) {
        CallBackAnswer answer = database.inTransaction(transaction -> {
            Optional<CallBack> wish = locked(transaction, examId, seq);
            if (wish.isEmpty()) {
                return new CallBackAnswer.Gone();
            }
            Optional<Person> caller = wish.get().taken().map(CallBack.Taken::by);
            if (caller.filter(person -> person.account().equals(by.account())).isPresent()) {
                return new CallBackAnswer.Kept();
            }
            if (caller.isPresent() && !takeOver) {
                return new CallBackAnswer.Theirs(wish.get());
            }
            transaction.repository(CallBackRepository.class).take(wish.get(), by, now);
            var words = new CentreMessage(
                    Optional.of(examId), by.name(), by.name() + " 将马上给您回电话。 " + by.name() + " calls you now.", now);
            transaction.repository(DownlinkRepository.class).add(wish.get().site(), words, now);
            audit(transaction, examId, AuditAction.CALL_BACK_TAKEN, by, now);
            return new CallBackAnswer.Kept();
        });
        if (answer instanceof CallBackAnswer.Kept) {
            tell(examId);
        }
        return answer;
    }

    /** The clinic was called; whoever says so. */
    public CallBackAnswer done(ExamId examId, int seq, Person by, Instant now) {
        CallBackAnswer answer = database.inTransaction(transaction -> {
            Optional<CallBack> wish = locked(transaction, examId, seq);
            if (wish.isEmpty()) {
                return new CallBackAnswer.Gone();
            }
            transaction.repository(CallBackRepository.class).done(wish.get(), by, now);
            audit(transaction, examId, AuditAction.CALL_BACK_DONE, by, now);
            return new CallBackAnswer.Kept();
        });
        if (answer instanceof CallBackAnswer.Kept) {
            tell(examId);
        }
        return answer;
    }

    /** Of two who take it at once the second sees the first. */
    private static Optional<CallBack> locked(Transaction transaction, ExamId examId, int seq) {
        transaction.repository(ExamRepository.class).lock(examId);
        return transaction.repository(CallBackRepository.class).open(examId).filter(wish -> wish.seq() == seq);
    }

    private static void audit(Transaction transaction, ExamId examId, AuditAction action, Person by, Instant now) {
        transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(now, by.account(), action, Optional.of(examId), Optional.empty(), ""));
    }

    private void tell(ExamId examId) {
        database.inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).find(examId))
                .ifPresent(exam -> events.publish(new HubEvent.DownlinkWaiting(exam.site())));
        events.publish(new HubEvent.WorklistChanged(examId));
    }
}
