package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;

/** The frame of every action on an open case: lock, change, register, wake the ladder, tell. */
final class DeskWork {

    private final Database database;
    private final HubEvents events;

    DeskWork(Database database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    DeskAnswer onOpenCase(UUID caseId, Action action) {
        List<HubEvent> after = new ArrayList<>();
        DeskAnswer answer = database.inTransaction(transaction -> {
            after.clear();
            Optional<CriticalCase> known =
                    transaction.repository(CaseRepository.class).lock(caseId);
            if (known.isEmpty()) {
                return refused(Refusal.Reason.NO_SUCH_CASE, "no case " + caseId);
            }
            if (!known.get().open()) {
                return refused(Refusal.Reason.CASE_CLOSED, "case " + known.get().number() + " is closed");
            }
            return action.on(new Work(transaction, after), known.get());
        });
        after.forEach(events::publish);
        return answer;
    }

    private static DeskAnswer refused(Refusal.Reason reason, String detail) {
        return new DeskAnswer.Refused(new Refusal(reason, detail));
    }

    /** An action on a case that is open and locked. */
    interface Action {
        DeskAnswer on(Work work, CriticalCase known);
    }

    /** What an action can use while its transaction is open. */
    static final class Work {

        private final Transaction transaction;
        private final List<HubEvent> after;
        private final List<CaseStep> steps = new ArrayList<>();
        private String sender = "";
        private String words = "";

        private Work(Transaction transaction, List<HubEvent> after) {
            this.transaction = transaction;
            this.after = after;
        }

        Exam exam(CriticalCase known) {
            return transaction
                    .repository(ExamRepository.class)
                    .find(known.examId())
                    .orElseThrow(() -> new IllegalStateException("case " + known.number() + " has no exam"));
        }

        /** The clinic's page shows this step once the action is done. */
        void tell(CaseStep step, String by) {
            steps.add(step);
            sender = by;
        }

        /** The clinic reads these words once the action is done. */
        void say(String by, String text) {
            sender = by;
            words = text;
        }

        CriticalCase ordered(CriticalCase known, Signed by) {
            boolean calledOff = known.dispatch().cancelled().isPresent();
            CaseClock clock = calledOff ? known.clock().dispatchedAnew() : known.clock();
            DispatchHandling dispatch = calledOff ? DispatchHandling.NONE : known.dispatch();
            return known.with(clock, dispatch.ordered().isPresent() ? dispatch : dispatch.ordered(by));
        }

        DeskAnswer clinicSaw(CriticalCase known, Instant now) {
            Optional<ClinicSeen> confirmed = transaction
                    .repository(CaseRepository.class)
                    .clinicConfirmation(known.id(), known.clock().round());
            if (confirmed.isEmpty() || known.handling().clinicSaw().isPresent()) {
                return new DeskAnswer.Done(known);
            }
            return done(
                    known.clinicSaw(confirmed.get().signed()),
                    Kind.CLINIC_SAW,
                    new Signed(confirmed.get().signed().by(), now),
                    confirmed.get().words());
        }

        void append(CriticalCase known, Kind kind, Signed signed, String detail) {
            transaction
                    .repository(CaseRepository.class)
                    .append(new CaseEvent(known.id(), kind, signed.by(), detail, signed.at()));
        }

        DeskAnswer done(CriticalCase changed, Kind kind, Signed signed, String detail) {
            transaction.repository(CaseRepository.class).save(changed);
            append(changed, kind, signed, detail);
            transaction.repository(PageRepository.class).wakeAt(changed.id(), Optional.of(signed.at()));
            after.add(new HubEvent.CaseChanged(changed.id(), changed.examId()));
            var downlinks = transaction.repository(DownlinkRepository.class);
            List<DownlinkMessage> messages = new ArrayList<>();
            steps.forEach(step -> messages.add(new CaseProgress(changed.examId(), step, sender, signed.at())));
            if (!words.isEmpty()) {
                messages.add(new CentreMessage(Optional.of(changed.examId()), sender, words, signed.at()));
            }
            messages.forEach(message -> downlinks.add(changed.site(), message, signed.at()));
            if (!messages.isEmpty()) {
                after.add(new HubEvent.DownlinkWaiting(changed.site()));
            }
            return new DeskAnswer.Done(changed);
        }
    }
}
