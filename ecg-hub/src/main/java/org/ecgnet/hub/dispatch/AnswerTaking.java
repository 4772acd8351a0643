package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;

/**
 * Takes an answer of 120, whichever way it came: dispatch, case, register, clinic and ladder in one transaction;
 * listeners hear of it after the commit.
 */
final class AnswerTaking {

    private final Database database;
    private final HubEvents events;

    AnswerTaking(Database database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    /** @param firstTime asked under the case's lock: false for a message that was taken before */
    AnswerTaken take(DispatchAnswer answer, Instant now, Function<DispatchRepository, Boolean> firstTime) {
        List<HubEvent> after = new ArrayList<>();
        AnswerTaken taken = database.inTransaction(transaction -> {
            after.clear();
            return within(transaction, answer, now, firstTime, after);
        });
        after.forEach(events::publish);
        return taken;
    }

    private static AnswerTaken within(
            Transaction transaction,
            DispatchAnswer answer,
            Instant now,
            Function<DispatchRepository, Boolean> firstTime,
            List<HubEvent> after) {
        var dispatches = transaction.repository(DispatchRepository.class);
        Optional<UUID> caseId = dispatches.find(answer.dispatch()).map(Dispatch::caseId);
        if (caseId.isEmpty()) {
            return new AnswerTaken.Unknown(answer.dispatch());
        }
        CriticalCase known = transaction
                .repository(CaseRepository.class)
                .lock(caseId.get())
                .orElseThrow(() -> new IllegalStateException("dispatch " + answer.dispatch() + " has no case"));
        if (!firstTime.apply(dispatches)) {
            return new AnswerTaken.Repeated();
        }
        // Read again under the case's lock: two answers may come at once.
        Dispatch dispatch = dispatches.find(answer.dispatch()).orElseThrow();
        if (!dispatch.state().mayBecome(answer.state())) {
            return new AnswerTaken.Past(dispatch);
        }
        Dispatch next = dispatch.in(answer.state(), answer.by(), now);
        dispatches.save(next, answer.note());
        change(transaction, known, answer, now);
        after.add(new HubEvent.CaseChanged(known.id(), known.examId()));
        if (answer.state() == DispatchState.DISPATCHED) {
            transaction
                    .repository(DownlinkRepository.class)
                    .add(known.site(), new CaseProgress(known.examId(), CaseStep.DISPATCHED, "120", now), now);
            after.add(new HubEvent.DownlinkWaiting(known.site()));
        }
        return new AnswerTaken.Taken(next);
    }

    private static void change(Transaction transaction, CriticalCase known, DispatchAnswer answer, Instant now) {
        var cases = transaction.repository(CaseRepository.class);
        String who = "120 " + answer.by();
        String note = answer.note().isEmpty() ? "" : ": " + answer.note();
        if (answer.state() == DispatchState.CANCELLED) {
            cases.save(known.dispatchCancelled(new Signed(who, now)));
            cases.append(new CaseEvent(
                    known.id(),
                    Kind.DISPATCH_CANCELLED,
                    who,
                    "120 called it off: telephone the dispatcher" + note,
                    now));
        } else {
            if (known.dispatch().accepted().isEmpty()) {
                cases.save(known.dispatchAccepted(new Signed(who, now)));
            }
            cases.append(new CaseEvent(known.id(), Kind.DISPATCH_ANSWERED, who, answer.state() + note, now));
        }
        transaction.repository(PageRepository.class).wakeAt(known.id(), Optional.of(now));
    }
}
