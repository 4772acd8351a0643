package org.ecgnet.hub.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/**
 * Sends messages again, by id or by a span of time, oldest first. The id stays, so that a receiver that had one already
 * knows it. Every message is a line in the audit. Blocks on the database; safe for use by many threads.
 */
public final class ReplayDesk {

    /** More at a time would keep a receiver busy for minutes: narrow the span. */
    public static final int MOST = 500;

    private final Database database;
    private final HubEvents events;
    private final Set<String> channels;

    /** @param channels that this hub sends by */
    public ReplayDesk(Database database, HubEvents events, Set<String> channels) {
        this.database = database;
        this.events = events;
        this.channels = Set.copyOf(channels);
    }

    /** @return how many were sent again; those that wait already, or whose channel is gone, are not */
    public int replay(List<UUID> ids, String by, Instant now) {
        List<HubEvent> after = new ArrayList<>();
        int count = database.inTransaction(transaction -> {
            after.clear();
            var log = transaction.repository(DeliveryLogRepository.class);
            List<LoggedDelivery> found =
                    ids.stream().flatMap(id -> log.find(id).stream()).toList();
            return replay(transaction, found, by, now, after);
        });
        after.forEach(events::publish);
        return count;
    }

    /**
     * The same for all that the filter finds.
     *
     * @throws IllegalArgumentException when it finds more than {@link #MOST}
     */
    public int replay(DeliveryFilter filter, String by, Instant now) {
        List<HubEvent> after = new ArrayList<>();
        int count = database.inTransaction(transaction -> {
            after.clear();
            List<LoggedDelivery> found = new ArrayList<>(
                    transaction.repository(DeliveryLogRepository.class).find(filter, MOST + 1));
            if (found.size() > MOST) {
                throw new IllegalArgumentException("span: more than " + MOST + " messages (expected: a shorter span)");
            }
            Collections.reverse(found);
            return replay(transaction, found, by, now, after);
        });
        after.forEach(events::publish);
        return count;
    }

    private int replay(
            Transaction transaction, List<LoggedDelivery> found, String by, Instant now, List<HubEvent> after) {
        var log = transaction.repository(DeliveryLogRepository.class);
        int count = 0;
        for (LoggedDelivery one : found) {
            if (!channels.contains(one.channel())) {
                continue;
            }
            Optional<DeliveryLogRepository.Replayed> replayed = log.replay(one.id(), by, now);
            if (replayed.isPresent()) {
                count++;
                told(transaction, replayed.get(), one, by, now, after);
            }
        }
        return count;
    }

    private static void told(
            Transaction transaction,
            DeliveryLogRepository.Replayed replayed,
            LoggedDelivery one,
            String by,
            Instant now,
            List<HubEvent> after) {
        transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        now,
                        by,
                        AuditAction.DELIVERY_REPLAYED,
                        Optional.empty(),
                        replayed.caseId(),
                        one.channel() + " " + one.id()));
        replayed.caseId()
                .flatMap(id -> transaction.repository(CaseRepository.class).find(id))
                .ifPresent(known -> after.add(new HubEvent.CaseChanged(known.id(), known.examId())));
    }
}
