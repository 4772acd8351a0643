package org.ecgnet.hub.worklist.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.hub.worklist.claim.Claim;
import org.ecgnet.hub.worklist.claim.ClaimRepository;

/** The change of shift. Blocks on the database; safe for use by many threads. */
public final class HandoverDesk {

    private final Database database;
    private final HubEvents events;
    private final Duration lease;

    /** @param lease how long the taker's claim on each exam holds that no page renews */
    public HandoverDesk(Database database, HubEvents events, Duration lease) {
        this.database = database;
        this.events = events;
        this.lease = lease;
    }

    /** Offers the exams; each stays with {@code person} until somebody takes it. */
    public HandoverAnswer offer(Person person, List<Handover.Item> items, Instant now) {
        if (items.isEmpty()) {
            return HandoverAnswer.NOTHING_NAMED;
        }
        HandoverAnswer answer = database.inTransaction(transaction -> {
            var handovers = transaction.repository(HandoverRepository.class);
            Set<ExamId> named = new HashSet<>();
            for (Handover.Item item : items) {
                if (transaction
                        .repository(ExamRepository.class)
                        .find(item.examId())
                        .isEmpty()) {
                    return HandoverAnswer.NO_SUCH_EXAM;
                }
                if (!named.add(item.examId())
                        || handovers.offeredBy(item.examId()).isPresent()) {
                    return HandoverAnswer.NOT_ON_OFFER;
                }
            }
            handovers.add(new Handover(UUID.randomUUID(), person, now, items));
            audit(transaction, person, AuditAction.HANDOVER_OFFERED, Optional.empty(), items.size() + " exams", now);
            return HandoverAnswer.DONE;
        });
        if (answer == HandoverAnswer.DONE) {
            items.forEach(item -> events.publish(new HubEvent.WorklistChanged(item.examId())));
        }
        return answer;
    }

    /** The exam is {@code person}'s from now on. */
    public HandoverAnswer take(ExamId examId, Person person, Instant now) {
        HandoverAnswer answer = database.inTransaction(transaction -> {
            var handovers = transaction.repository(HandoverRepository.class);
            Optional<Person> from = handovers.offeredBy(examId);
            if (from.isEmpty()) {
                return HandoverAnswer.NOT_ON_OFFER;
            }
            handovers.taken(examId, person, now);
            transaction.repository(ClaimRepository.class).takeOver(new Claim(examId, person, now, now.plus(lease)));
            String detail = "from " + from.get().account();
            audit(transaction, person, AuditAction.HANDOVER_TAKEN, Optional.of(examId), detail, now);
            return HandoverAnswer.DONE;
        });
        if (answer == HandoverAnswer.DONE) {
            events.publish(new HubEvent.WorklistChanged(examId));
        }
        return answer;
    }

    /** What waits to be taken, oldest first. */
    public List<Handover> waiting() {
        return database.inTransaction(
                transaction -> transaction.repository(HandoverRepository.class).waiting());
    }

    private static void audit(
            Transaction transaction,
            Person person,
            AuditAction action,
            Optional<ExamId> examId,
            String detail,
            Instant now) {
        transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(now, person.account(), action, examId, Optional.empty(), detail));
    }
}
