package org.ecgnet.hub.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.TestExam;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.intake.IntakeRepository.Item;
import org.ecgnet.hub.intake.IntakeRepository.SegmentOf;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadingDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Reading GREEN = reading(TriageLevel.GREEN);
    private static final Reading RED = reading(TriageLevel.RED);

    private final HubEvents events = new HubEvents();

    @Test
    void theFollowUpIsStoredInTheTransactionOfTheReadingAndToldAfterIt() {
        TestExam exam = stored(21, false);
        List<HubEvent> heard = new CopyOnWriteArrayList<>();
        events.subscribe(heard::add);
        AtomicInteger followed = new AtomicInteger();
        ReadingFollowUp followUp = (transaction, of, reading, now) -> {
            assertThat(reading.reading()).isEqualTo(RED);
            followed.incrementAndGet();
            return List.of(new HubEvent.CaseChanged(of.id().uuid(), of.id()));
        };
        try (ReadingDesk desk = desk((recording, patient, symptoms, prior) -> RED, followUp)) {
            desk.allStored(Set.of(exam.id()));
            await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(HubEvent.CaseChanged.class::isInstance));
            desk.allStored(Set.of(exam.id()));
        }
        assertThat(followed).hasValue(1);
        assertThat(readings(exam)).hasSize(1);
        assertThat(heard).contains(new HubEvent.ReadingMade(exam.id(), SITE, TriageLevel.RED));
    }

    @Test
    void aReadingIsNotStoredWithoutItsFollowUpAndIsTriedAgain() {
        TestExam exam = stored(22, false);
        AtomicInteger attempts = new AtomicInteger();
        ReadingFollowUp followUp = (transaction, of, reading, now) -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("paging is not ready");
            }
            assertThat(transaction.repository(ReadingRepository.class).ofExam(of.id()))
                    .hasSize(1);
            return List.of();
        };
        try (ReadingDesk desk = desk((recording, patient, symptoms, prior) -> RED, followUp)) {
            desk.allStored(Set.of(exam.id()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readings(exam)).hasSize(1));
        }
        assertThat(attempts).hasValue(3);
    }

    @Test
    void anEngineThatThrowsMakesAYellowReadingThatSaysSo() {
        TestExam exam = stored(23, false);
        Engine broken = (recording, patient, symptoms, prior) -> {
            throw new IllegalStateException("a rule's mistake");
        };
        try (ReadingDesk desk = desk(broken)) {
            desk.allStored(Set.of(exam.id()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readings(exam)).hasSize(1));
        }
        Reading reading = readings(exam).get(0).reading();
        assertThat(reading.level()).isEqualTo(TriageLevel.YELLOW);
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("ENGINE_FAILED");
    }

    @Test
    void damagedSamplesAreReadAndNeverGreen() {
        TestExam exam = stored(24, true);
        try (ReadingDesk desk = desk((recording, patient, symptoms, prior) -> GREEN)) {
            desk.allStored(Set.of(exam.id()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readings(exam)).hasSize(1));
        }
        assertThat(readings(exam).get(0).reading().level()).isEqualTo(TriageLevel.GREY);
        DATABASE.database().transact(transaction -> {
            assertThat(transaction
                            .repository(ExamRepository.class)
                            .find(exam.id())
                            .orElseThrow()
                            .state())
                    .isEqualTo(ExamState.DAMAGED);
            assertThat(transaction.repository(DownlinkRepository.class).waiting(SITE))
                    .extracting(DownlinkRepository.Waiting::message)
                    .filteredOn(ExamReceived.class::isInstance)
                    .extracting(message -> ((ExamReceived) message))
                    .anyMatch(received -> received.examId().equals(exam.id())
                            && received.problem().isPresent());
        });
    }

    /** Two readers are busy and four exams wait: the reader that is free first takes the one with a symptom. */
    @Test
    void anUrgentExamOvertakesThoseThatWait() {
        List<Symptoms> taken = new CopyOnWriteArrayList<>();
        Semaphore finish = new Semaphore(0);
        Engine held = (recording, patient, symptoms, prior) -> {
            taken.add(symptoms);
            finish.acquireUninterruptibly();
            return GREEN;
        };
        List<TestExam> calm =
                List.of(stored(31, false), stored(32, false), stored(33, false), stored(34, false), stored(35, false));
        TestExam urgent = stored(36, false);
        DATABASE.administer("update exam set chest_pain = true where exam_id = '" + urgent.id() + "'");
        try (ReadingDesk desk = desk(held)) {
            calm.forEach(exam -> desk.allStored(Set.of(exam.id())));
            desk.allStored(Set.of(urgent.id()));
            await().atMost(PATIENCE).until(() -> desk.waiting() == 4 && taken.size() == 2);

            finish.release();

            await().atMost(PATIENCE).until(() -> taken.size() == 3);
            assertThat(taken).extracting(Symptoms::any).containsExactly(false, false, true);
            finish.release(calm.size());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readings(urgent)).hasSize(1));
        }
    }

    @Test
    void theSamePatientsSecondExamIsReadBesideTheFirst() {
        TestExam first = stored(41, false);
        TestExam second = stored(42, false);
        for (TestExam exam : List.of(first, second)) {
            DATABASE.administer("update exam set patient_identity = 'A-1' where exam_id = '" + exam.id() + "'");
        }
        DATABASE.administer("update exam set clinic_started_at = clinic_started_at - interval '1 day' where exam_id = '"
                + first.id() + "'");
        List<Boolean> besideAnother = new CopyOnWriteArrayList<>();
        Engine engine = (recording, patient, symptoms, prior) -> {
            besideAnother.add(prior.isPresent());
            return GREEN;
        };
        try (ReadingDesk desk = desk(engine)) {
            for (TestExam exam : List.of(first, second)) {
                desk.allStored(Set.of(exam.id()));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(readings(exam)).hasSize(1));
            }
        }
        assertThat(besideAnother).containsExactly(false, true);
    }

    private static void identify(TestExam exam, int seq, String name, int age) {
        Patient patient =
                new Patient(Optional.of(name), Optional.of("11010519491231002X"), Sex.FEMALE, OptionalInt.of(age));
        DATABASE.database().transact(transaction -> {
            IntakeRepository intake = transaction.repository(IntakeRepository.class);
            intake.addIdentification(
                    new PatientIdentified(exam.id(), seq, patient, "wang", Instant.now()), Instant.now());
            intake.identify(exam.id());
        });
    }

    private static boolean unread(TestExam exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).unread().contains(exam.id()));
    }

    @Test
    void anExamThatIsIdentifiedLaterIsReadAgainForThePatientItIs() {
        TestExam exam = stored(51, false);
        List<OptionalInt> ages = new CopyOnWriteArrayList<>();
        Engine engine = (recording, patient, symptoms, prior) -> {
            ages.add(patient.ageYears());
            return GREEN;
        };
        try (ReadingDesk desk = desk(engine)) {
            desk.allStored(Set.of(exam.id()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readings(exam)).hasSize(1));

            identify(exam, 4, "李秀英", 76);
            assertThat(unread(exam)).isTrue();
            desk.allStored(Set.of(exam.id()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readings(exam)).hasSize(2));
            assertThat(ages.get(ages.size() - 1)).hasValue(76);

            identify(exam, 5, "李秀云", 76); // a name says nothing about a heart
            assertThat(unread(exam)).isFalse();
        }
    }

    @Test
    void whatWasReadForSomebodyElseIsNotStored() {
        TestExam exam = stored(52, false);
        List<OptionalInt> ages = new CopyOnWriteArrayList<>();
        Semaphore finish = new Semaphore(0);
        Engine held = (recording, patient, symptoms, prior) -> {
            ages.add(patient.ageYears());
            finish.acquireUninterruptibly();
            return patient.ageYears().equals(OptionalInt.of(76)) ? RED : GREEN;
        };
        try (ReadingDesk desk = desk(held)) {
            desk.allStored(Set.of(exam.id()));
            await().atMost(PATIENCE).until(() -> ages.size() == 1);
            identify(exam, 4, "李秀英", 76);
            desk.allStored(Set.of(exam.id()));

            finish.release(2);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readings(exam)).hasSize(1));
            assertThat(readings(exam).get(0).reading()).isEqualTo(RED);
        }
    }

    private ReadingDesk desk(Engine engine, ReadingFollowUp... followUps) {
        return new ReadingDesk(
                DATABASE.database(), events, engine, RuleProfile.DEFAULT, List.of(followUps), Clock.systemUTC());
    }

    private static List<StoredReading> readings(TestExam exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ReadingRepository.class).ofExam(exam.id()));
    }

    private static TestExam stored(long seed, boolean otherDigest) {
        TestExam exam = TestExam.of(seed, 2);
        Instant now = Instant.now();
        DATABASE.database().transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(SITE, now);
            IntakeRepository intake = transaction.repository(IntakeRepository.class);
            ExamStarted started = (ExamStarted) exam.messages().get(0);
            transaction
                    .repository(ExamRepository.class)
                    .addIfAbsent(new Exam(
                            exam.id(),
                            SITE,
                            started.unit(),
                            started.unitModel(),
                            started.operator(),
                            started.patient(),
                            started.symptoms(),
                            started.rate(),
                            started.leads(),
                            started.scales(),
                            started.startedAt(),
                            now,
                            Duration.ZERO,
                            false,
                            ExamState.ARRIVING,
                            Optional.empty(),
                            Bedside.NONE));
            intake.add(List.of(0, 1, 2, 3).stream()
                    .map(seq -> new Item(exam.id(), seq))
                    .toList());
            intake.addSegments(
                    List.of(1, 2).stream().map(seq -> segment(exam, seq)).toList(), now);
            ExamEnded ended = (ExamEnded) exam.messages().get(3);
            intake.addEnd(
                    new ExamEnded(
                            exam.id(),
                            3,
                            2,
                            1000,
                            otherDigest ? Bytes.of(new byte[32]) : ended.sha256(),
                            ended.endedAt(),
                            ended.reason()),
                    now);
        });
        return exam;
    }

    private static SegmentOf segment(TestExam exam, int seq) {
        WaveChunk chunk = exam.chunk(seq);
        return new SegmentOf(
                exam.id(),
                new Segment(
                        seq, chunk.firstSample(), chunk.samples(), chunk.waveform(), chunk.crc32c(), chunk.marks()));
    }

    private static Reading reading(TriageLevel level) {
        return new Reading(
                level, List.of(), List.of(), Measurements.NONE, QualityReport.GOOD, List.of(), "DEFAULT 1", "test");
    }
}
