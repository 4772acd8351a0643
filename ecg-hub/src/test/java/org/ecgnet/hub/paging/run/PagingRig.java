package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.PatientIdentifier;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.ReadBack;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.paging.StepTaken;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.store.Database;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;

/** Paging on a real database, with a clock moved by hand and one channel that keeps what it is given. */
final class PagingRig {

    static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    static final Person WANG = new Person("wang", "王医生");

    private final Database database;
    private final HandMovedClock clock = new HandMovedClock(START);
    private final FakeChannel channel = new FakeChannel();

    PagingRig(Database database) {
        this.database = database;
    }

    HandMovedClock clock() {
        return clock;
    }

    FakeChannel channel() {
        return channel;
    }

    /** Every case of before, with what was sent about it. */
    void closeWhatIsOpen() {
        PagingBench.hear(database, START);
        desk().openCases().forEach(known -> close(known.id()));
        pass().run();
        channel.sent().clear();
        channel.tries().clear();
    }

    PagingPass pass() {
        return PagingBench.pass(database, parts(), clock);
    }

    PagingParts parts() {
        return PagingBench.parts(PagingBench.fullRoster("page"), Map.of("page", channel), Optional.empty());
    }

    UUID red(String rule, boolean hard) {
        Exam exam = Reds.store(database, Patient.UNKNOWN, clock.instant());
        return Reds.caseId(Reds.red(database, exam, clock.instant(), hard ? Reds.hard(rule) : Reds.suspected(rule)));
    }

    CriticalDesk desk() {
        return new CriticalDesk(database, new HubEvents(), CasePolicy.DEFAULT);
    }

    void acknowledge(UUID caseId) {
        var known = desk().find(caseId).orElseThrow();
        var readBack = new ReadBack(
                Map.of(
                        PatientIdentifier.EXAM_CODE,
                        ExamCode.of(known.examId()),
                        PatientIdentifier.SITE,
                        known.site().value()),
                known.leadingRule().rule());
        assertThat(desk().acknowledge(caseId, WANG, readBack, clock.instant()))
                .isInstanceOf(org.ecgnet.hub.critical.DeskAnswer.Done.class);
    }

    void close(UUID caseId) {
        desk().lower(caseId, WANG, org.ecgnet.ecg.TriageLevel.GREEN, "test is over", clock.instant());
    }

    List<String> steps(UUID caseId) {
        List<StepTaken> taken = database.inTransaction(
                transaction -> transaction.repository(PageRepository.class).taken(caseId));
        List<String> lines = new ArrayList<>();
        taken.forEach(step -> lines.add(Duration.between(START, step.at()).toSeconds() + " " + step.rung()));
        return lines;
    }

    List<PageMessage> sentAbout(UUID caseId) {
        long number = desk().find(caseId).orElseThrow().number();
        return channel.sent().stream()
                .filter(page -> page.caseNumber() == number)
                .toList();
    }

    List<Delivery> deliveries(UUID caseId) {
        return database.inTransaction(
                transaction -> transaction.repository(DeliveryRepository.class).ofCase(caseId));
    }

    List<Attempt> attempts(Delivery delivery) {
        return database.inTransaction(
                transaction -> transaction.repository(DeliveryRepository.class).attempts(delivery.id()));
    }

    Delivery.State state(Delivery delivery) {
        return database.inTransaction(
                transaction -> transaction.repository(DeliveryRepository.class).state(delivery.id()));
    }

    List<CaseEvent> events(UUID caseId) {
        return database.inTransaction(
                transaction -> transaction.repository(CaseRepository.class).events(caseId));
    }

    List<CaseStep> progress(UUID caseId) {
        var known = desk().find(caseId).orElseThrow();
        return database
                .inTransaction(transaction ->
                        transaction.repository(DownlinkRepository.class).waiting(Reds.SITE))
                .stream()
                .map(DownlinkRepository.Waiting::message)
                .filter(CaseProgress.class::isInstance)
                .map(CaseProgress.class::cast)
                .filter(step -> step.examId().equals(known.examId()))
                .map(CaseProgress::step)
                .toList();
    }

    static Instant after(long seconds) {
        return PagingBench.after(START, seconds);
    }
}
