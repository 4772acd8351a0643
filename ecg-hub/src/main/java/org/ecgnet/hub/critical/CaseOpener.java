package org.ecgnet.hub.critical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.paging.Severity;
import org.ecgnet.hub.reading.ReadingFollowUp;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;

/**
 * Opens the case and the page of a red reading in the transaction of that reading, or merges it into the open case. The
 * same reading twice does nothing the second time.
 */
public final class CaseOpener implements ReadingFollowUp {

    private static final String HUB = "hub";

    private final CasePolicy policy;

    public CaseOpener(CasePolicy policy) {
        this.policy = policy;
    }

    @Override
    public List<HubEvent> within(Transaction transaction, Exam exam, StoredReading reading, Instant now) {
        var cases = transaction.repository(CaseRepository.class);
        if (reading.reading().level() != TriageLevel.RED) {
            return noteLaterReading(cases, exam, reading, now);
        }
        cases.serializeOpening();
        List<CaseRule> found = found(reading, now);
        Severity severity = policy.severity(found);
        Optional<CriticalCase> own = cases.ofExam(exam.id());
        if (own.isPresent() && !own.get().open() && !CaseMerge.tellsMore(own.get(), found, severity)) {
            return List.of();
        }
        return own.filter(CriticalCase::open)
                .or(() -> sameIllness(cases, exam, found, now))
                .map(open -> merge(transaction, open, exam, found, severity, now))
                .orElseGet(() -> open(transaction, exam, found, severity, now));
    }

    /** Only a named person lowers a colour: a later reading that is not red changes nothing but the register. */
    private static List<HubEvent> noteLaterReading(
            CaseRepository cases, Exam exam, StoredReading reading, Instant now) {
        Optional<CriticalCase> open = cases.ofExam(exam.id()).filter(CriticalCase::open);
        open.ifPresent(known -> cases.append(new CaseEvent(
                known.id(),
                Kind.READING_ADDED,
                HUB,
                "reading " + reading.number() + " is " + reading.reading().level()
                        + "; the case stays open until a person lowers it",
                now)));
        return open.<List<HubEvent>>map(known -> List.of(new HubEvent.CaseChanged(known.id(), exam.id())))
                .orElse(List.of());
    }

    private Optional<CriticalCase> sameIllness(CaseRepository cases, Exam exam, List<CaseRule> found, Instant now) {
        return PatientKey.of(exam.patient())
                .flatMap(key -> cases.openOfPatient(key, now.minus(policy.mergeWithin())).stream()
                        .filter(open -> open.drill() == exam.drill() && CaseMerge.sharesARule(open, found))
                        .findFirst());
    }

    private static List<CaseRule> found(StoredReading reading, Instant now) {
        List<CaseRule> found = reading.reading()
                .findings(TriageLevel.RED)
                .map(finding -> CaseRule.of(finding, reading.examId(), reading.number(), now))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        return List.of(new CaseRule(
                "RED", "UNNAMED", false, "危急, 依据见图", "red, see the tracing", reading.examId(), reading.number(), now));
    }

    private static List<HubEvent> open(
            Transaction transaction, Exam exam, List<CaseRule> found, Severity severity, Instant now) {
        var cases = transaction.repository(CaseRepository.class);
        var opened = new CriticalCase(
                UUID.randomUUID(),
                cases.nextNumber(),
                exam.site(),
                exam.id(),
                PatientKey.of(exam.patient()),
                exam.drill(),
                now,
                now,
                severity,
                found,
                CaseClock.startedAt(now),
                Handling.NONE,
                DispatchHandling.NONE,
                Optional.empty(),
                Optional.empty());
        cases.add(opened);
        cases.append(new CaseEvent(opened.id(), Kind.OPENED, HUB, severity + ": " + names(found), now));
        transaction.repository(PageRepository.class).open(opened.id(), 1, now);
        return told(transaction, opened, exam, now);
    }

    /**
     * A person says red where nobody is paged yet: the machine did not, or somebody had lowered it. Opens a case that is
     * confirmed from the start; nothing when the exam has one that is open or was disposed of.
     */
    public static List<HubEvent> raise(
            Transaction transaction,
            Exam exam,
            Person person,
            int reading,
            String chinese,
            String english,
            Instant now) {
        var cases = transaction.repository(CaseRepository.class);
        cases.serializeOpening();
        Optional<CriticalCase> own = cases.ofExam(exam.id());
        if (own.filter(known -> known.open() || known.handling().disposed().isPresent())
                .isPresent()) {
            return List.of();
        }
        var rule = new CaseRule("RED", "PHYSICIAN", false, chinese, english, exam.id(), reading, now);
        List<HubEvent> after = open(transaction, exam, List.of(rule), Severity.SUSPECTED, now);
        CriticalCase opened = cases.ofExam(exam.id()).orElseThrow();
        var signed = new Signed(person.name(), now);
        cases.save(opened.with(opened.handling().confirmed(signed)));
        cases.append(new CaseEvent(opened.id(), Kind.CONFIRMED, person.name(), "raised in the report", now));
        return after;
    }

    private static List<HubEvent> merge(
            Transaction transaction,
            CriticalCase open,
            Exam exam,
            List<CaseRule> found,
            Severity severity,
            Instant now) {
        // Locked and read again: somebody may be answering or closing it at this moment.
        Optional<CriticalCase> locked =
                transaction.repository(CaseRepository.class).lock(open.id()).filter(CriticalCase::open);
        if (locked.isEmpty()) {
            return open(transaction, exam, found, severity, now);
        }
        CriticalCase known = locked.get();
        CaseMerge merge = CaseMerge.of(known, exam.id(), found, severity, now);
        if (merge instanceof CaseMerge.Noted noted) {
            return merged(transaction, noted.next(), exam, Kind.READING_ADDED, "noted: " + names(found), now);
        }
        if (merge instanceof CaseMerge.Updated updated) {
            transaction.repository(PageRepository.class).wakeAt(known.id(), Optional.of(now));
            return merged(transaction, updated.next(), exam, Kind.READING_ADDED, "pushed: " + names(found), now);
        }
        if (merge instanceof CaseMerge.PagedAnew anew) {
            transaction
                    .repository(PageRepository.class)
                    .open(known.id(), anew.next().clock().round(), now);
            return merged(transaction, anew.next(), exam, Kind.PAGED_ANEW, names(found), now);
        }
        return List.of();
    }

    private static List<HubEvent> merged(
            Transaction transaction, CriticalCase next, Exam exam, Kind kind, String detail, Instant now) {
        var cases = transaction.repository(CaseRepository.class);
        cases.save(next);
        cases.append(new CaseEvent(next.id(), kind, HUB, detail, now));
        return told(transaction, next, exam, now);
    }

    private static List<HubEvent> told(Transaction transaction, CriticalCase known, Exam exam, Instant now) {
        transaction
                .repository(CaseRepository.class)
                .addExam(known.id(), exam.id(), known.clock().round());
        transaction
                .repository(DownlinkRepository.class)
                .add(exam.site(), new CaseProgress(exam.id(), CaseStep.RECEIVED, HUB, now), now);
        return List.of(new HubEvent.CaseChanged(known.id(), exam.id()), new HubEvent.DownlinkWaiting(exam.site()));
    }

    private static String names(List<CaseRule> found) {
        return found.stream()
                .map(rule -> rule.rule() + (rule.hard() ? " HARD " : " ") + rule.english())
                .collect(Collectors.joining("; "));
    }
}
