package org.ecgnet.hub.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.reading.EarlierExam;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.reading.StoredReading.Origin;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.LeadAmplitudes;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Statement;
import org.ecgnet.triage.prior.PriorEcg;
import org.ecgnet.triage.reversal.ElectrodeSwap;
import org.ecgnet.triage.reversal.LeadReversal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcReadingRepositoryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");
    private static final SiteCode SITE = new SiteCode("linhe-01");

    private static final LeadAmplitudes IN_V2 = new LeadAmplitudes(-1, 900, -300, 312.5, 320, 330, 0.1 + 0.2, 410);
    private static final LeadAmplitudes IN_AVF = new LeadAmplitudes(0, 500, -100, -80, -85, -90, -0.1, -120);

    private static final Reading EVERYTHING = new Reading(
            TriageLevel.RED,
            List.of(new Finding(
                    "R11",
                    "ST_ELEVATION",
                    TriageLevel.RED,
                    true,
                    0.1 + 0.2,
                    List.of(new Evidence("ST at J", 312.5, 200, "uV", Optional.of(Lead.V2), List.of(250, 690))),
                    "前壁ST段抬高",
                    "anterior ST elevation")),
            List.of(new Statement("STEMI", 0.97)),
            new Measurements(
                    OptionalDouble.of(88.123456789012),
                    OptionalDouble.empty(),
                    OptionalDouble.of(96),
                    OptionalDouble.of(380),
                    OptionalDouble.empty(),
                    OptionalDouble.of(412.7),
                    OptionalDouble.of(-30),
                    Map.of(Lead.V2, IN_V2, Lead.AVF, IN_AVF),
                    List.of(250, 690)),
            new QualityReport(
                    QualityReport.Level.POOR,
                    Map.of(Lead.V6, QualityReport.Level.UNREADABLE),
                    List.of(new QualityReport.Reason("LEAD_OFF", List.of(Lead.V6), "V6脱落", "V6 is off")),
                    Optional.of(new LeadReversal(ElectrodeSwap.RA_LA, 0.9))),
            List.of(new Reading.Limitation("缺后壁导联", "no posterior leads")),
            "standard 1",
            "engine 1");

    @Test
    void aReadingComesBackAsItWasStoredToTheLastBit() {
        ExamId id = exam(1);
        StoredReading added = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ReadingRepository.class).add(id, Origin.ENGINE, EVERYTHING, NOW));
        Optional<StoredReading> found = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ReadingRepository.class).latest(id));

        assertThat(added).isEqualTo(new StoredReading(id, 1, Origin.ENGINE, EVERYTHING, NOW));
        assertThat(found).contains(added);
    }

    @Test
    void readingsOfAnExamAreNumberedInTheOrderTheyWereMade() {
        ExamId id = exam(2);
        List<StoredReading> all = DATABASE.database().inTransaction(transaction -> {
            ReadingRepository readings = transaction.repository(ReadingRepository.class);
            readings.add(id, Origin.LIVE, EVERYTHING, NOW);
            readings.add(id, Origin.ENGINE, EVERYTHING, NOW.plusSeconds(9));
            return readings.ofExam(id);
        });

        assertThat(all).extracting(StoredReading::number).containsExactly(1, 2);
        assertThat(all).extracting(StoredReading::origin).containsExactly(Origin.LIVE, Origin.ENGINE);
    }

    @Test
    void anExamComesBackAsItWasStored() {
        ExamId id = exam(3);
        Optional<Exam> found = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).find(id));

        assertThat(found).contains(examOf(id));
        assertThat(found.orElseThrow().patient().name()).contains("王小明");
    }

    /** Written before the amplitudes were part of a reading. */
    @Test
    void aReadingOfAnOlderVersionComesBackWithoutWhatItDidNotKnow() {
        ExamId id = exam(4);
        DATABASE.database()
                .transact(transaction ->
                        transaction.repository(ReadingRepository.class).add(id, Origin.ENGINE, EVERYTHING, NOW));
        DATABASE.administer(
                "update reading set body = body #- '{measurements,amplitudes}' where exam_id = '" + id + "'");

        Reading reading = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ReadingRepository.class).latest(id))
                .orElseThrow()
                .reading();

        assertThat(reading.measurements().amplitudes()).isEmpty();
        assertThat(reading.findings()).isEqualTo(EVERYTHING.findings());
    }

    @Test
    void thePriorIsTheSamePatientsLatestReadableRecordingBeforeThisOne() {
        read(exam(10, "A-1", NOW.minusSeconds(3000), false), 350, TriageLevel.RED);
        read(exam(11, "A-1", NOW.minusSeconds(2000), false), 360, TriageLevel.RED);
        read(exam(12, "A-1", NOW.minusSeconds(1000), false), 370, TriageLevel.GREY);
        read(exam(13, "A-1", NOW.minusSeconds(900), true), 380, TriageLevel.GREEN);
        read(exam(14, "A-2", NOW.minusSeconds(800), false), 390, TriageLevel.GREEN);
        read(exam(15, "A-1", NOW.plusSeconds(60), false), 400, TriageLevel.GREEN);
        exam(16, "A-1", NOW.minusSeconds(700), false); // not read yet
        Exam now = exam(17, "A-1", NOW, false);
        read(now, 410, TriageLevel.GREEN);

        PriorEcg prior = prior(now).orElseThrow();

        assertThat(earlier(now))
                .extracting(EarlierExam::takenAt)
                .containsExactly(NOW.minusSeconds(2000), NOW.minusSeconds(3000));
        assertThat(prior.takenAt()).isEqualTo(NOW.minusSeconds(2000));
        assertThat(prior.figures().qrsMillis()).hasValue(360);
        assertThat(prior.figures().tMicrovolts()).containsEntry(Lead.AVF, -120.0);
    }

    @Test
    void aPatientWithoutIdentityHasNoPrior() {
        read(examOf(exam(20)), 350, TriageLevel.GREEN);

        assertThat(prior(examOf(exam(21)))).isEmpty();
        assertThat(earlier(examOf(exam(22)))).isEmpty();
    }

    private static List<EarlierExam> earlier(Exam exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ReadingRepository.class).earlier(Scope.COUNTY, exam));
    }

    private static Optional<PriorEcg> prior(Exam exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ReadingRepository.class).prior(exam));
    }

    private static void read(Exam exam, double qrsMillis, TriageLevel level) {
        Measurements all = EVERYTHING.measurements();
        Measurements measured = new Measurements(
                all.heartRateBpm(),
                all.prMillis(),
                OptionalDouble.of(qrsMillis),
                all.qtMillis(),
                all.qtcBazettMillis(),
                all.qtcFridericiaMillis(),
                all.qrsAxisDegrees(),
                all.amplitudes(),
                all.rSamples());
        Reading reading = new Reading(
                level, List.of(), List.of(), measured, QualityReport.GOOD, List.of(), "standard 1", "engine 1");
        DATABASE.database()
                .transact(transaction ->
                        transaction.repository(ReadingRepository.class).add(exam.id(), Origin.ENGINE, reading, NOW));
    }

    private static Exam exam(long number, String identity, Instant startedAt, boolean drill) {
        Exam exam = examOf(ExamId.of(NOW, 0, number), Optional.of(identity), startedAt, drill);
        store(exam);
        return exam;
    }

    private static ExamId exam(long number) {
        ExamId id = ExamId.of(NOW, 0, number);
        store(examOf(id));
        return id;
    }

    private static void store(Exam exam) {
        DATABASE.database().transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(SITE, NOW);
            transaction.repository(ExamRepository.class).addIfAbsent(exam);
        });
    }

    private static Exam examOf(ExamId id) {
        return examOf(id, Optional.empty(), NOW, false);
    }

    private static Exam examOf(ExamId id, Optional<String> identity, Instant startedAt, boolean drill) {
        return new Exam(
                id,
                SITE,
                new UnitId("unit-1"),
                "reference 12",
                "Dr Li",
                new Patient(Optional.of("王小明"), identity, Sex.MALE, java.util.OptionalInt.of(57)),
                new Symptoms(true, false, false, false),
                new SampleRate(500),
                Lead.INDEPENDENT_8,
                java.util.Collections.nCopies(8, new LeadScale(4.88, -3)),
                startedAt,
                NOW.plusSeconds(1),
                Duration.ofMillis(-250),
                drill,
                ExamState.ARRIVING,
                Optional.empty(),
                Bedside.NONE);
    }
}
