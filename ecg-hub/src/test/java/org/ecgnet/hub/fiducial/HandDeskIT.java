package org.ecgnet.hub.fiducial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.TestExam;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.fiducial.MarkRefusal.Reason;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.report.Overread;
import org.ecgnet.hub.report.Overreads;
import org.ecgnet.hub.report.PhraseTree;
import org.ecgnet.hub.report.Report;
import org.ecgnet.hub.report.ReportAnswer;
import org.ecgnet.hub.report.ReportDesk;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportRefusal;
import org.ecgnet.hub.report.Sealer;
import org.ecgnet.hub.report.Signer;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.MedianBeat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Person WANG = new Person("wang", "王医生");
    private static final Person LIU = new Person("liu", "刘主任");
    private static long seed = 40;

    private final List<HubEvent> heard = new ArrayList<>();
    private final HubEvents events = new HubEvents();
    private final HandDesk desk = new HandDesk(DATABASE.database(), events);

    @BeforeEach
    void listen() {
        events.subscribe(heard::add);
    }

    @Test
    void aMovedMarkIsKeptWithWhoWhenAndBothPlacesAndEverybodyIsTold() {
        ExamId exam = heart(Scenario.NORMAL);

        HandMeasurement first = kept(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 13)), WANG, NOON));

        int old = first.automatic().at(Fiducial.T_END).orElseThrow();
        assertThat(first.by()).isEqualTo(WANG);
        assertThat(first.at()).isEqualTo(NOON);
        assertThat(first.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.mark()).isEqualTo(Fiducial.T_END);
            assertThat(moved.from()).hasValue(old);
            assertThat(moved.to()).hasValue(old + 13);
        });
        assertThat(first.intervals().qt().getAsDouble()
                        - first.automaticIntervals().qt().getAsDouble())
                .isEqualTo(26.0);
        assertThat(stored(exam)).containsExactly(first);
        assertThat(heard).containsExactly(new HubEvent.MarksMoved(exam));
        assertThat(DATABASE.count("hand_mark where mark = 'tEnd' and old_sample = " + old + " and new_sample = "
                        + (old + 13) + " and new_millis - old_millis = 26 and exam_id = '" + exam + "'"))
                .isEqualTo(1);
        assertThat(audited(exam))
                .containsExactly("measurement 1: tEnd " + old + " (" + old * 2 + " ms) to " + (old + 13) + " ("
                        + (old + 13) * 2 + " ms)");
    }

    @Test
    void aMovedJMeasuresStAnewInEveryLeadAndAMovedTDoesNot() {
        ExamId exam = heart(Scenario.ANTERIOR_STEMI);
        HandMeasurement ofT = kept(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 5)), WANG, NOON));
        HandMeasurement ofJ = kept(desk.keep(exam, 1, Optional.of(later(exam, Fiducial.J, 12)), WANG, NOON));

        assertThat(ofT.movesSt()).isFalse();
        assertThat(ofT.st()).hasSize(12).isEqualTo(ofT.automaticSt());
        assertThat(ofJ.movesSt()).isTrue();
        MedianBeat beat = measured(exam).medianBeat().orElseThrow();
        for (Lead lead : beat.leads()) {
            int onset = ofJ.marks().at(Fiducial.QRS_ON).orElseThrow();
            int j = ofJ.marks().at(Fiducial.J).orElseThrow();
            double[] x = beat.microvolts()[beat.leads().indexOf(lead)];
            // 8 ms around J against the 12 ms before the QRS, at 500 samples a second
            assertThat(ofJ.st().get(lead).j())
                    .as(lead.label())
                    .isCloseTo(mean(x, j - 2, j + 2) - mean(x, onset - 6, onset - 1), within(1e-6));
            assertThat(ofJ.st().get(lead).j60())
                    .isCloseTo(mean(x, j + 28, j + 32) - mean(x, onset - 6, onset - 1), within(1e-6));
        }
        assertThat(ofJ.automaticSt().get(Lead.V3).j())
                .isEqualTo(measured(exam).levels().get(Lead.V3).j());
        assertThat(stored(exam)).containsExactly(ofT, ofJ);
    }

    @Test
    void aMeasurementOfBeforeStWasMeasuredByHandIsReadWithoutIt() {
        ExamId exam = heart(Scenario.NORMAL);
        HandMeasurement first = kept(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.J, 5)), WANG, NOON));
        DATABASE.administer("insert into hand_measurement (exam_id, number, account, name, made_at, body) "
                + "select exam_id, 2, account, name, made_at, body - 'st' - 'automaticSt' from hand_measurement "
                + "where exam_id = '" + exam + "'");

        assertThat(stored(exam).get(1).st()).isEmpty();
        assertThat(stored(exam).get(1).marks()).isEqualTo(first.marks());
        assertThat(stored(exam).get(1).movesSt()).isFalse();
    }

    private static double mean(double[] x, int from, int to) {
        return Arrays.stream(x, from, to + 1).average().orElseThrow();
    }

    @Test
    void goingBackToTheEnginesMarksIsOneMoreRowAndNothingIsInForceThen() {
        ExamId exam = heart(Scenario.NORMAL);
        kept(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 5)), WANG, NOON));

        HandMeasurement back = kept(desk.keep(exam, 1, Optional.empty(), LIU, NOON.plusSeconds(60)));

        assertThat(back.byHand()).isFalse();
        assertThat(back.moved()).hasSize(1);
        assertThat(stored(exam)).hasSize(2);
        assertThat(inForce(exam)).isEmpty();
        assertThat(refusal(desk.keep(exam, 2, Optional.empty(), LIU, NOON))).isEqualTo(Reason.UNCHANGED);
    }

    @Test
    void whoDidNotSeeTheOthersMarksIsToldAndChangesNothing() {
        ExamId exam = heart(Scenario.NORMAL);
        kept(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 5)), WANG, NOON));

        HandAnswer answer = desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 9)), LIU, NOON);

        assertThat(refusal(answer)).isEqualTo(Reason.STALE);
        assertThat(((HandAnswer.Refused) answer).refusal().english()).contains("王医生");
        assertThat(stored(exam)).hasSize(1);
    }

    @Test
    void anOrderThatNoHeartHasIsRefused() {
        ExamId exam = heart(Scenario.NORMAL);

        assertThat(refusal(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.P_ON, 150)), WANG, NOON)))
                .isEqualTo(Reason.ORDER);
        assertThat(refusal(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 900)), WANG, NOON)))
                .isEqualTo(Reason.OUTSIDE);
        assertThat(refusal(desk.keep(exam, 0, Optional.of(new BeatMarks(Map.of())), WANG, NOON)))
                .isEqualTo(Reason.QRS_MISSING);
        assertThat(stored(exam)).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void whatWasKeptIsNeverChangedNorTakenAway() {
        ExamId exam = heart(Scenario.NORMAL);
        kept(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 5)), WANG, NOON));

        for (String statement : List.of(
                "update hand_measurement set name = 'x'",
                "delete from hand_mark",
                "truncate hand_measurement cascade")) {
            assertThatThrownBy(() -> DATABASE.administer(statement)).hasMessageContaining("only added to");
        }
    }

    @Test
    void aReportIsSignedWithTheMarksInForceAndKeepsThemWhenTheyMoveAgain() {
        ExamId exam = heart(Scenario.NORMAL);
        DATABASE.database().transact(transaction -> transaction
                .repository(ReadingRepository.class)
                .add(exam, StoredReading.Origin.ENGINE, Overreads.plain(), NOON));
        HandMeasurement first = kept(desk.keep(exam, 0, Optional.of(later(exam, Fiducial.T_END, 13)), WANG, NOON));
        var reports = new ReportDesk(
                DATABASE.database(), events, ReportPolicy.DEFAULT, Sealer.DIGEST_ONLY, PhraseTree.standard());
        Overread unseen = Overreads.of(TriageLevel.GREEN, Overreads.accepted(Overreads.SINUS));
        Overread plain = Overreads.measured(unseen, 1);

        assertThat(reports.sign(exam, new Signer("wang", "王医生", "", "10.0.0.1"), 0, unseen, NOON))
                .as("by somebody who has not heard of the marks")
                .isInstanceOfSatisfying(
                        ReportAnswer.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(ReportRefusal.Reason.NEW_MARKS));
        Report signed = ((ReportAnswer.Signed)
                        reports.sign(exam, new Signer("wang", "王医生", "", "10.0.0.1"), 0, plain, NOON.plusSeconds(5)))
                .report();
        kept(desk.keep(exam, 1, Optional.of(later(exam, Fiducial.T_END, 2)), LIU, NOON.plusSeconds(60)));

        assertThat(signed.byHand()).contains(first);
        assertThat(reports.view(exam, "wang").orElseThrow().versions()).containsExactly(signed);
    }

    private static BeatMarks later(ExamId exam, Fiducial mark, int by) {
        Map<Fiducial, Integer> samples = new EnumMap<>(Fiducial.class);
        samples.putAll(automatic(exam).samples());
        samples.merge(mark, by, Integer::sum);
        return new BeatMarks(samples);
    }

    private static BeatMarks automatic(ExamId exam) {
        return BeatMarks.of(measured(exam).waves().orElseThrow());
    }

    private static MeasuredEcg measured(ExamId exam) {
        return DATABASE.database().inTransaction(transaction -> {
            var exams = transaction.repository(ExamRepository.class);
            return Remeasured.of(
                    exams.find(exam).orElseThrow(), exams.recording(exam).orElseThrow());
        });
    }

    private static HandMeasurement kept(HandAnswer answer) {
        assertThat(answer).isInstanceOf(HandAnswer.Kept.class);
        return ((HandAnswer.Kept) answer).measurement();
    }

    private static Reason refusal(HandAnswer answer) {
        assertThat(answer).isInstanceOf(HandAnswer.Refused.class);
        return ((HandAnswer.Refused) answer).refusal().reason();
    }

    private static List<HandMeasurement> stored(ExamId exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(HandRepository.class).all(exam));
    }

    private static Optional<HandMeasurement> inForce(ExamId exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(HandRepository.class).inForce(exam));
    }

    private static List<String> audited(ExamId exam) {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam))
                .stream()
                .filter(entry -> entry.event().action() == AuditAction.MARKS_MOVED)
                .map(entry -> entry.event().detail())
                .toList();
    }

    private static ExamId heart(Scenario scenario) {
        TestExam sent = TestExam.of(scenario, seed++, 10);
        ExamStarted started = (ExamStarted) sent.messages().get(0);
        DATABASE.database().transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(SITE, NOON);
            transaction
                    .repository(ExamRepository.class)
                    .addIfAbsent(new Exam(
                            sent.id(),
                            SITE,
                            started.unit(),
                            started.unitModel(),
                            started.operator(),
                            started.patient(),
                            Symptoms.NONE,
                            started.rate(),
                            started.leads(),
                            started.scales(),
                            started.startedAt(),
                            NOON,
                            Duration.ZERO,
                            false,
                            ExamState.COMPLETE,
                            Optional.empty(),
                            Bedside.NONE));
            transaction
                    .repository(IntakeRepository.class)
                    .addSegments(
                            IntStream.rangeClosed(1, 10)
                                    .mapToObj(seq -> segment(sent.id(), sent.chunk(seq)))
                                    .toList(),
                            NOON);
        });
        return sent.id();
    }

    private static IntakeRepository.SegmentOf segment(ExamId exam, WaveChunk chunk) {
        return new IntakeRepository.SegmentOf(
                exam,
                new Segment(
                        chunk.seq(),
                        chunk.firstSample(),
                        chunk.samples(),
                        chunk.waveform(),
                        chunk.crc32c(),
                        chunk.marks()));
    }
}
