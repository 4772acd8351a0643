package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.store.Database;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;

/**
 * What people do about critical cases. Every action is one transaction with its line in the register, what the clinic
 * is told, and a look of the ladder; listeners hear of it after the commit. Blocks on the database; safe for use by
 * many threads.
 */
public final class CriticalDesk {

    private final Database database;
    private final CasePolicy policy;
    private final DeskWork desk;

    public CriticalDesk(Database database, HubEvents events, CasePolicy policy) {
        this.database = database;
        this.policy = policy;
        this.desk = new DeskWork(database, events);
    }

    /** The finding is real: rings without waiting, but answers nothing. */
    public DeskAnswer confirm(UUID caseId, Person person, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            if (known.handling().confirmed().isPresent()) {
                return new DeskAnswer.Done(known);
            }
            var signed = new Signed(person.name(), now);
            return work.done(known.with(known.handling().confirmed(signed)), Kind.CONFIRMED, signed, "");
        });
    }

    /** Somebody reads it now: holds the ladder, once a person and round. */
    public DeskAnswer accept(UUID caseId, Person person, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            Handling handling = known.handling();
            if (handling.acknowledged().isPresent()) {
                return refused(Refusal.Reason.ACKNOWLEDGED_BEFORE, byWhom(handling.acknowledged()));
            }
            if (handling.acceptedBy().contains(person.account())) {
                return refused(
                        Refusal.Reason.ACCEPTED_BEFORE, "a person holds a page once; read it back to stop the ladder");
            }
            Instant until = now.plus(policy.hold());
            work.tell(CaseStep.READ, person.name());
            return work.done(
                    known.with(handling.accepted(person, now, until)),
                    Kind.ACCEPTED,
                    new Signed(person.name(), now),
                    "holds the ladder until " + until);
        });
    }

    /** The read-back: stops the ladder when patient and finding are right. */
    public DeskAnswer acknowledge(UUID caseId, Person person, ReadBack readBack, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            Handling handling = known.handling();
            if (handling.acknowledged().isPresent()) {
                return refused(Refusal.Reason.ACKNOWLEDGED_BEFORE, byWhom(handling.acknowledged()));
            }
            var signed = new Signed(person.name(), now);
            Optional<Refusal> problem = ReadBackCheck.problem(work.exam(known), known, readBack);
            if (problem.isPresent()) {
                work.append(
                        known,
                        Kind.READ_BACK_REFUSED,
                        signed,
                        String.valueOf(problem.get().reason()));
                return new DeskAnswer.Refused(problem.get());
            }
            String repeated = readBack.rule() + " with "
                    + readBack.identifiers().keySet().stream().sorted().toList();
            work.tell(CaseStep.ACKNOWLEDGED, person.name());
            return work.done(known.with(handling.acknowledged(signed, repeated)), Kind.ACKNOWLEDGED, signed, repeated);
        });
    }

    /** What is done with the patient; {@link Disposition#CALL_120} orders the ambulance. The clinic is told the words. */
    public DeskAnswer disposition(UUID caseId, Person person, Disposition what, String note, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            if (known.handling().acknowledged().isEmpty()) {
                return refused(Refusal.Reason.NOT_ACKNOWLEDGED, "read the finding back first");
            }
            var signed = new Signed(person.name(), now);
            CriticalCase disposed = known.with(known.handling().disposed(signed, what, note));
            if (what == Disposition.CALL_120) {
                disposed = work.ordered(disposed, signed);
            }
            work.say(person.name(), note.isBlank() ? what.chinese() : what.chinese() + ": " + note);
            return work.done(disposed, Kind.DISPOSED, signed, what + (note.isBlank() ? "" : ": " + note));
        });
    }

    /** Says something to the clinic. */
    public DeskAnswer tell(UUID caseId, Person person, ClinicPhrase phrase, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            work.say(person.name(), phrase.chinese());
            return work.done(known, Kind.CLINIC_TOLD, new Signed(person.name(), now), phrase.chinese());
        });
    }

    /** Asks for an ambulance now. */
    public DeskAnswer orderDispatch(UUID caseId, Person person, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            var signed = new Signed(person.name(), now);
            return work.done(work.ordered(known, signed), Kind.DISPATCH_ORDERED, signed, "");
        });
    }

    /** Calls the ambulance off, or keeps it from being called. */
    public DeskAnswer cancelDispatch(UUID caseId, Person person, String reason, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            if (reason.isBlank()) {
                return refused(Refusal.Reason.REASON_MISSING, "say why the ambulance is called off");
            }
            if (known.dispatch().cancelled().isPresent()) {
                return refused(
                        Refusal.Reason.NO_DISPATCH,
                        "it was cancelled " + byWhom(known.dispatch().cancelled()));
            }
            var signed = new Signed(person.name(), now);
            return work.done(known.dispatchCancelled(signed), Kind.DISPATCH_CANCELLED, signed, reason);
        });
    }

    /** A named person says that it is not red: closes the case and calls the ambulance off. */
    public DeskAnswer lower(UUID caseId, Person person, TriageLevel to, String reason, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            if (to == TriageLevel.RED) {
                return refused(Refusal.Reason.NOT_LOWER, "choose yellow, green or grey");
            }
            if (reason.isBlank()) {
                return refused(Refusal.Reason.REASON_MISSING, "say why it is not red");
            }
            var signed = new Signed(person.name(), now);
            CriticalCase called = known.dispatch().cancelled().isPresent() ? known : known.dispatchCancelled(signed);
            String note = "lowered to " + to + ": " + reason;
            work.tell(CaseStep.CLOSED, person.name());
            return work.done(called.closed(signed, note), Kind.LOWERED, signed, note);
        });
    }

    /** Everything was done. */
    public DeskAnswer close(UUID caseId, Person person, String note, Instant now) {
        return desk.onOpenCase(caseId, (work, known) -> {
            if (known.handling().disposed().isEmpty()) {
                return refused(Refusal.Reason.NO_DISPOSITION, "write the disposition first");
            }
            var signed = new Signed(person.name(), now);
            work.tell(CaseStep.CLOSED, person.name());
            return work.done(known.closed(signed, note), Kind.CLOSED, signed, note);
        });
    }

    /** Takes the clinic's stored confirmation into the exam's case; nothing when there is none. */
    public void clinicConfirmed(ExamId examId, Instant now) {
        Optional<UUID> caseId = database.inTransaction(transaction -> transaction
                .repository(CaseRepository.class)
                .ofExam(examId)
                .filter(CriticalCase::open)
                .map(CriticalCase::id));
        caseId.ifPresent(id -> desk.onOpenCase(id, (work, known) -> work.clinicSaw(known, now)));
    }

    public Optional<CriticalCase> find(UUID caseId) {
        return database.inTransaction(
                transaction -> transaction.repository(CaseRepository.class).find(caseId));
    }

    /** The case that the exam belongs to, open or closed. */
    public Optional<CriticalCase> ofExam(ExamId examId) {
        return database.inTransaction(
                transaction -> transaction.repository(CaseRepository.class).ofExam(examId));
    }

    /** Worst and oldest first. */
    public List<CriticalCase> openCases() {
        return database.inTransaction(
                transaction -> transaction.repository(CaseRepository.class).open());
    }

    /** What happened to the case, oldest first. */
    public List<CaseEvent> events(UUID caseId) {
        return database.inTransaction(
                transaction -> transaction.repository(CaseRepository.class).events(caseId));
    }

    private static DeskAnswer refused(Refusal.Reason reason, String detail) {
        return new DeskAnswer.Refused(new Refusal(reason, detail));
    }

    private static String byWhom(Optional<Signed> signed) {
        return signed.map(who -> "by " + who.by() + " at " + who.at()).orElse("");
    }
}
