package org.ecgnet.hub.worklist.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.WorklistOrder;
import org.ecgnet.hub.worklist.WorklistRepository;
import org.ecgnet.hub.worklist.claim.Claim;
import org.ecgnet.hub.worklist.claim.ClaimRepository;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;

/** Gives exams to readers, one at a time. Blocks on the database; safe for use by many threads. */
public final class ClaimDesk {

    private static final int MOST = 500;

    private final Database database;
    private final HubEvents events;
    private final Duration lease;
    private final Duration span;

    /**
     * @param lease how long a claim holds that no page renews
     * @param span how far back the worklist looks
     */
    public ClaimDesk(Database database, HubEvents events, Duration lease, Duration span) {
        this.database = database;
        this.events = events;
        this.lease = lease;
        this.span = span;
    }

    /** The exam's last claim, which may have lapsed. */
    public Optional<Claim> of(ExamId examId) {
        return database.inTransaction(
                transaction -> transaction.repository(ClaimRepository.class).find(examId));
    }

    /** Claims the exam, or renews the claim. */
    public ClaimAnswer claim(ExamId examId, Person person, Instant now) {
        return changing(work -> claim(work, examId, person, now));
    }

    /** Takes the exam from whoever holds it; the audit keeps from whom. */
    public ClaimAnswer takeOver(ExamId examId, Person person, Instant now) {
        return changing(work -> {
            if (unknown(work.transaction(), examId)) {
                return new ClaimAnswer.NoSuchExam();
            }
            var claims = work.transaction().repository(ClaimRepository.class);
            Optional<Claim> before = claims.find(examId).filter(claim -> claim.keepsOut(person.account(), now));
            var claim = new Claim(examId, person, now, now.plus(lease));
            claims.takeOver(claim);
            before.ifPresent(lost -> work.transaction()
                    .repository(AuditRepository.class)
                    .append(new AuditEvent(
                            now,
                            person.account(),
                            AuditAction.EXAM_TAKEN_OVER,
                            Optional.of(examId),
                            Optional.empty(),
                            "from " + lost.by().account())));
            work.changed(examId);
            return new ClaimAnswer.Yours(claim);
        });
    }

    /** Gives the exam back. */
    public void release(ExamId examId, Person person) {
        changing(work -> {
            work.transaction().repository(ClaimRepository.class).release(examId, person.account());
            work.changed(examId);
            return new ClaimAnswer.NothingWaits();
        });
    }

    /** Claims the most urgent exam that waits for a reader and that nobody works on. */
    public ClaimAnswer next(Person person, Instant now) {
        return changing(work -> {
            List<WorklistItem> waiting = work
                    .transaction()
                    .repository(WorklistRepository.class)
                    .current(Scope.COUNTY, now.minus(span), MOST)
                    .stream()
                    .filter(WorklistItem::waitsForReader)
                    .sorted(WorklistOrder.MOST_URGENT_FIRST)
                    .toList();
            for (WorklistItem item : waiting) {
                ClaimAnswer answer = claim(work, item.examId(), person, now);
                if (answer instanceof ClaimAnswer.Yours) {
                    return answer;
                }
            }
            return new ClaimAnswer.NothingWaits();
        });
    }

    private ClaimAnswer claim(Work work, ExamId examId, Person person, Instant now) {
        if (unknown(work.transaction(), examId)) {
            return new ClaimAnswer.NoSuchExam();
        }
        var claims = work.transaction().repository(ClaimRepository.class);
        Optional<Claim> before = claims.find(examId);
        boolean renewed = before.filter(claim -> claim.live(now))
                .filter(claim -> claim.by().account().equals(person.account()))
                .isPresent();
        Instant since = renewed ? before.get().since() : now;
        var claim = new Claim(examId, person, since, now.plus(lease));
        if (!claims.claim(claim, now)) {
            return new ClaimAnswer.Theirs(claims.find(examId).orElse(claim));
        }
        if (!renewed) {
            work.changed(examId);
        }
        if (before.isEmpty()) {
            work.opened(examId, person, now);
        }
        return new ClaimAnswer.Yours(claim);
    }

    private static boolean unknown(Transaction transaction, ExamId examId) {
        return transaction.repository(ExamRepository.class).find(examId).isEmpty();
    }

    private ClaimAnswer changing(Function<Work, ClaimAnswer> action) {
        List<HubEvent> after = new ArrayList<>();
        ClaimAnswer answer = database.inTransaction(transaction -> {
            after.clear();
            return action.apply(new Work(transaction, after));
        });
        after.forEach(events::publish);
        return answer;
    }

    /** What an action can use while its transaction is open. */
    private record Work(Transaction transaction, List<HubEvent> after) {

        void changed(ExamId examId) {
            after.add(new HubEvent.WorklistChanged(examId));
        }

        /** The clinic's page shows who reads it. */
        void opened(ExamId examId, Person person, Instant now) {
            transaction.repository(ExamRepository.class).find(examId).ifPresent(exam -> {
                transaction
                        .repository(DownlinkRepository.class)
                        .add(exam.site(), new CaseProgress(examId, CaseStep.READ, person.name(), now), now);
                after.add(new HubEvent.DownlinkWaiting(exam.site()));
            });
        }
    }
}
