package org.ecgnet.hub.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseOpenerIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Person WANG = new Person("wang", "王医生");

    private static int patients;

    @Test
    void aRedOpensACaseAPageAndALineInTheRegisterAndTellsTheClinic() {
        Exam exam = exam(Patient.UNKNOWN);

        List<HubEvent> told = Reds.red(db(), exam, NOW, Reds.hard("R05"));

        UUID caseId = Reds.caseId(told);
        assertThat(told).contains(new HubEvent.DownlinkWaiting(Reds.SITE));
        assertThat(kinds(caseId)).containsExactly(Kind.OPENED);
        assertThat(dueBy(NOW)).contains(caseId);
        assertThat(db()
                        .inTransaction(transaction ->
                                transaction.repository(DownlinkRepository.class).waiting(Reds.SITE))
                        .stream()
                        .map(DownlinkRepository.Waiting::message))
                .contains(new CaseProgress(exam.id(), CaseStep.RECEIVED, "hub", NOW));
    }

    @Test
    void aReadingThatIsRolledBackLeavesNoCase() {
        Exam exam = exam(Patient.UNKNOWN);

        assertThatThrownBy(() -> db().transact(transaction -> {
                    Reds.readWithin(transaction, exam, Reds.reading(TriageLevel.RED, Reds.hard("R05")), NOW);
                    throw new IllegalStateException("the reading's transaction fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(desk().ofExam(exam.id())).isEmpty();
        Optional<StoredReading> reading = db().inTransaction(transaction ->
                transaction.repository(ReadingRepository.class).latest(exam.id()));
        assertThat(reading).isEmpty();
    }

    @Test
    void aReadingThatIsNotRedOpensNothing() {
        Exam exam = exam(Patient.UNKNOWN);

        assertThat(Reds.read(db(), exam, Reds.reading(TriageLevel.YELLOW), NOW)).isEmpty();
        assertThat(desk().ofExam(exam.id())).isEmpty();
    }

    @Test
    void aRedWithoutAFindingOpensACaseAllTheSame() {
        Exam exam = exam(Patient.UNKNOWN);

        UUID caseId = Reds.caseId(Reds.red(db(), exam, NOW));

        assertThat(find(caseId).rules()).singleElement().satisfies(rule -> assertThat(rule.code())
                .isEqualTo("UNNAMED"));
    }

    @Test
    void theLiveReadingAndTheEnginesReadingOfOneExamAreOneCase() {
        Exam exam = exam(Patient.UNKNOWN);
        UUID live = Reds.caseId(Reds.red(db(), exam, NOW, Reds.hard("R03")));

        assertThat(Reds.red(db(), exam, NOW.plusSeconds(8), Reds.hard("R03"))).isEmpty();
        UUID engine = Reds.caseId(Reds.red(db(), exam, NOW.plusSeconds(9), Reds.hard("R03"), Reds.hard("R05")));

        assertThat(engine).isEqualTo(live);
        assertThat(find(live).rules()).extracting(CaseRule::rule).containsExactly("R03", "R05");
    }

    @Test
    void aLaterReadingThatIsNotRedLowersNothing() {
        Exam exam = exam(Patient.UNKNOWN);
        UUID caseId = Reds.caseId(Reds.red(db(), exam, NOW, Reds.hard("R03")));

        Reds.read(db(), exam, Reds.reading(TriageLevel.GREEN), NOW.plusSeconds(9));

        assertThat(find(caseId).open()).isTrue();
        assertThat(kinds(caseId)).containsExactly(Kind.OPENED, Kind.READING_ADDED);
    }

    @Test
    void aRepeatOfThePatientWithTheSameRuleWithinTenMinutesBelongsToTheOpenCase() {
        Patient patient = somebody();
        UUID first = Reds.caseId(Reds.red(db(), exam(patient), NOW, Reds.suspected("R11")));
        Exam repeat = exam(patient);

        assertThat(Reds.caseId(Reds.red(db(), repeat, NOW.plus(Duration.ofMinutes(10)), Reds.suspected("R11"))))
                .isEqualTo(first);
        assertThat(find(first).examId()).isEqualTo(repeat.id());
        assertThat(find(first).clock().updates()).isEqualTo(1);
    }

    @Test
    void aRepeatAfterMoreThanTenMinutesOrWithAnotherRuleIsItsOwnCase() {
        Patient patient = somebody();
        UUID first = Reds.caseId(Reds.red(db(), exam(patient), NOW, Reds.suspected("R11")));

        assertThat(Reds.caseId(Reds.red(db(), exam(patient), NOW.plusSeconds(601), Reds.suspected("R11"))))
                .isNotEqualTo(first);
        assertThat(Reds.caseId(Reds.red(db(), exam(patient), NOW.plusSeconds(60), Reds.hard("R05"))))
                .isNotEqualTo(first);
    }

    @Test
    void unknownPatientsAndOtherPatientsNeverShareACase() {
        UUID first = Reds.caseId(Reds.red(db(), exam(Patient.UNKNOWN), NOW, Reds.suspected("R11")));
        UUID known = Reds.caseId(Reds.red(db(), exam(somebody()), NOW, Reds.suspected("R11")));

        assertThat(Reds.caseId(Reds.red(db(), exam(Patient.UNKNOWN), NOW, Reds.suspected("R11"))))
                .isNotEqualTo(first);
        assertThat(Reds.caseId(Reds.red(db(), exam(somebody()), NOW, Reds.suspected("R11"))))
                .isNotEqualTo(known);
    }

    @Test
    void aDrillNeverJoinsARealCase() {
        Patient patient = somebody();
        UUID real = Reds.caseId(Reds.red(db(), exam(patient), NOW, Reds.suspected("R11")));
        Exam drill = Reds.store(db(), Reds.exam(patient, true, NOW), NOW);

        UUID opened = Reds.caseId(Reds.red(db(), drill, NOW, Reds.suspected("R11")));

        assertThat(opened).isNotEqualTo(real);
        assertThat(find(opened).drill()).isTrue();
    }

    @Test
    void aCaseThatAPersonLoweredStaysLoweredUntilThereIsNews() {
        Exam exam = exam(Patient.UNKNOWN);
        UUID lowered = Reds.caseId(Reds.red(db(), exam, NOW, Reds.suspected("R11")));
        desk().lower(lowered, WANG, TriageLevel.YELLOW, "早复极", NOW.plusSeconds(60));

        assertThat(Reds.red(db(), exam, NOW.plusSeconds(90), Reds.suspected("R11")))
                .isEmpty();
        assertThat(Reds.caseId(Reds.red(db(), exam, NOW.plusSeconds(99), Reds.hard("R03"))))
                .isNotEqualTo(lowered);
    }

    @Test
    void twoExamsOfOnePatientAtTheSameInstantAreOneCase() throws Exception {
        Patient patient = somebody();
        List<Exam> exams = List.of(exam(patient), exam(patient), exam(patient), exam(patient));
        ExecutorService readers = Executors.newFixedThreadPool(exams.size());
        var ready = new CountDownLatch(exams.size());
        List<Future<UUID>> cases = new ArrayList<>();
        for (Exam exam : exams) {
            cases.add(readers.submit(() -> {
                ready.countDown();
                ready.await();
                return Reds.caseId(Reds.red(db(), exam, NOW, Reds.hard("R05")));
            }));
        }

        UUID first = cases.get(0).get();
        for (Future<UUID> other : cases) {
            assertThat(other.get()).isEqualTo(first);
        }
        readers.shutdown();
    }

    @Test
    void theRegisterCanOnlyBeAddedTo() throws Exception {
        Reds.red(db(), exam(Patient.UNKNOWN), NOW, Reds.hard("R05"));
        try (var connection = java.sql.DriverManager.getConnection(
                        DATABASE.address().url(),
                        DATABASE.address().user(),
                        DATABASE.address().password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update case_event set done_by = 'nobody'"))
                    .hasMessageContaining("only added to");
            assertThatThrownBy(() -> statement.executeUpdate("delete from case_event"))
                    .hasMessageContaining("only added to");
        }
    }

    private static Patient somebody() {
        patients++;
        return Reds.patient("病人" + patients, "610922195001%04dX".formatted(patients), 70);
    }

    private static Exam exam(Patient patient) {
        return Reds.store(db(), patient, NOW);
    }

    private static Database db() {
        return DATABASE.database();
    }

    private static CriticalDesk desk() {
        return new CriticalDesk(db(), new HubEvents(), CasePolicy.DEFAULT);
    }

    private static CriticalCase find(UUID caseId) {
        return desk().find(caseId).orElseThrow();
    }

    private static List<Kind> kinds(UUID caseId) {
        return desk().events(caseId).stream().map(CaseEvent::kind).toList();
    }

    private static List<UUID> dueBy(Instant now) {
        return db().inTransaction(transaction ->
                transaction.repository(PageRepository.class).dueBy(now));
    }
}
