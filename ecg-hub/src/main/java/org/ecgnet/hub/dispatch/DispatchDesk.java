package org.ecgnet.hub.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/**
 * The built-in page of 120: what is asked for, and a dispatcher's answers by hand. The same rules as for call-backs, one
 * of which may come at the same time. Blocks on the database; safe for use by many threads.
 */
public final class DispatchDesk {

    /** How long one that has ended stays in sight. */
    private static final Duration IN_SIGHT = Duration.ofHours(12);

    private static final int MOST = 200;

    private final Database database;
    private final AnswerTaking taking;

    public DispatchDesk(Database database, HubEvents events) {
        this.database = database;
        this.taking = new AnswerTaking(database, events);
    }

    /** Under way and lately ended, oldest request first. */
    public List<DispatchRequest> board(Instant now) {
        return database.inTransaction(transaction ->
                transaction.repository(DispatchRepository.class).underWayOrSince(now.minus(IN_SIGHT), MOST).stream()
                        .map(dispatch -> request(transaction, dispatch))
                        .toList());
    }

    public Optional<DispatchRequest> find(UUID dispatch) {
        return database.inTransaction(transaction -> find(transaction, dispatch));
    }

    /** The same within a transaction of somebody else's. */
    public static Optional<DispatchRequest> find(Transaction transaction, UUID dispatch) {
        return transaction
                .repository(DispatchRepository.class)
                .find(dispatch)
                .map(found -> request(transaction, found));
    }

    /** A dispatcher's own hand. */
    public AnswerTaken answer(UUID dispatch, Person dispatcher, DispatchState state, String note, Instant now) {
        return taking.take(new DispatchAnswer(dispatch, state, dispatcher.name(), note), now, dispatches -> true);
    }

    /**
     * Accepted aloud, on the telephone.
     *
     * @param dispatcher the name that the dispatcher gave
     * @param heardBy who of the centre telephoned
     */
    public AnswerTaken acceptedByTelephone(UUID dispatch, String dispatcher, Person heardBy, Instant now) {
        var answer = new DispatchAnswer(
                dispatch, DispatchState.ACCEPTED, dispatcher, "by telephone, heard by " + heardBy.name());
        return taking.take(answer, now, dispatches -> true);
    }

    private static DispatchRequest request(Transaction transaction, Dispatch dispatch) {
        CriticalCase known = transaction
                .repository(CaseRepository.class)
                .find(dispatch.caseId())
                .orElseThrow(() -> new IllegalStateException("dispatch " + dispatch.id() + " has no case"));
        Exam exam = transaction
                .repository(ExamRepository.class)
                .find(known.examId())
                .orElseThrow(() -> new IllegalStateException("case " + known.number() + " has no exam"));
        return new DispatchRequest(
                dispatch,
                known,
                exam,
                transaction.repository(DispatchRepository.class).steps(dispatch.id()));
    }
}
