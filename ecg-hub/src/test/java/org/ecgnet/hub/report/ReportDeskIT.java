package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEntry;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.report.ReportPolicy.SecondReader;
import org.ecgnet.hub.report.ReportRefusal.Reason;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.triage.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-01T15:00:00Z");
    private static final Signer WANG = new Signer("wang", "王医生", "110441000000001", "10.0.0.1");
    private static final Signer LIU = new Signer("liu", "刘主任", "", "10.0.0.2");
    private static final Patient MARKUP = Reds.patient("<img src=x onerror=alert(1)>", "610922195001019999", 60);

    private final List<HubEvent> heard = new ArrayList<>();
    private final HubEvents events = new HubEvents();
    private final ReportDesk desk = desk(SecondReader.NONE, false, Sealer.DIGEST_ONLY);

    @BeforeEach
    void listen() {
        events.subscribe(heard::add);
    }

    @Test
    void aPlainExamIsSignedAndTheClinicToldByWhom() {
        ExamId exam = exam(Reds.ZHANG, Overreads.plain());

        Report report = signed(desk.sign(exam, WANG, 0, plain(), NOON));

        assertThat(report.version()).isEqualTo(1);
        assertThat(report.author().signer()).isEqualTo(WANG);
        assertThat(report.author().digest()).matches("[0-9a-f]{64}");
        assertThat(versions(exam)).containsExactly(report);
        assertThat(toldClinic(exam)).satisfiesExactly(message -> {
            assertThat(message.reader()).contains("王医生");
            assertThat(message.level()).isEqualTo(TriageLevel.GREEN);
            assertThat(message.lines()).extracting("chinese").containsExactly("窦性心律");
        });
        assertThat(heard).anyMatch(HubEvent.ReportSigned.class::isInstance);
        assertThat(audited(exam)).containsExactly(AuditAction.REPORT_SIGNED);
        assertThat(view(exam, "wang").licence()).isEqualTo("110441000000001");
        assertThat(view(exam, "wang").draft()).isEmpty();
    }

    @Test
    void ofTwoWhoSignAtOnceOneWinsAndTheOtherKeepsHisWords() throws Exception {
        ExamId exam = exam(Reds.ZHANG, Overreads.plain());
        var barrier = new CyclicBarrier(2);
        ReportDesk slow = desk(SecondReader.NONE, false, (canonical, signer) -> {
            meet(barrier); // both have been checked, neither is stored
            return new Seal("SHA-256", "");
        });
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<ReportAnswer>> answers = List.of(
                two.submit(() -> slow.sign(exam, WANG, 0, Overreads.concluded(plain(), "王的结论"), NOON)),
                two.submit(() -> slow.sign(exam, LIU, 0, Overreads.concluded(plain(), "刘的结论"), NOON)));
        List<ReportAnswer> outcome = new ArrayList<>();
        for (Future<ReportAnswer> answer : answers) {
            outcome.add(answer.get(30, TimeUnit.SECONDS));
        }
        two.shutdown();

        Report winner = versions(exam).get(0);
        assertThat(versions(exam)).hasSize(1);
        assertThat(outcome).filteredOn(ReportAnswer.Signed.class::isInstance).hasSize(1);
        ReportRefusal refusal = outcome.stream()
                .filter(ReportAnswer.Refused.class::isInstance)
                .map(answer -> ((ReportAnswer.Refused) answer).refusal())
                .findFirst()
                .orElseThrow();
        assertThat(refusal.reason()).isEqualTo(Reason.STALE);
        assertThat(refusal.detail()).contains(winner.author().signer().name());
        String loser = winner.author().signer().account().equals("wang") ? "liu" : "wang";
        assertThat(view(exam, loser).draft())
                .hasValueSatisfying(draft ->
                        assertThat(draft.overread().conclusion()).isEqualTo(loser.equals("liu") ? "刘的结论" : "王的结论"));
    }

    @Test
    void anAmendmentKeepsTheVersionBeforeItAndNamesItsDigest() {
        ExamId exam = exam(Reds.ZHANG, Overreads.plain());
        Report first = signed(desk.sign(exam, WANG, 0, plain(), NOON));
        Overread other = Overreads.concluded(plain(), "窦性心律, 请结合临床");

        assertThat(refusal(desk.sign(exam, LIU, 1, other, NOON.plusSeconds(60))))
                .isEqualTo(Reason.AMENDMENT_REASON_MISSING);
        Report second = signed(desk.sign(exam, LIU, 1, Overreads.because(other, "", "补充"), NOON.plusSeconds(60)));

        assertThat(versions(exam)).containsExactly(first, second);
        assertThat(second.previousDigest()).contains(first.author().digest());
        assertThat(refusal(desk.sign(exam, WANG, 1, Overreads.because(other, "", "补充"), NOON.plusSeconds(90))))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void whatWasSignedCannotBeChangedInTheDatabaseEither() {
        ExamId exam = exam(Reds.ZHANG, Overreads.plain());
        signed(desk.sign(exam, WANG, 0, plain(), NOON));

        assertThatThrownBy(() -> DATABASE.administer("update report set level = 'RED'"))
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> DATABASE.administer("delete from report_signature"))
                .hasMessageContaining("only added to");
    }

    @Test
    void aReadingThatCameAfterwardsMustBeJudgedAnew() {
        ExamId exam = exam(Reds.ZHANG, Overreads.plain());
        Exam stored = DATABASE.database()
                .inTransaction(t ->
                        t.repository(org.ecgnet.hub.exam.ExamRepository.class).find(exam))
                .orElseThrow();
        Reds.read(DATABASE.database(), stored, Overreads.plain(), NOON);

        assertThat(refusal(desk.sign(exam, WANG, 0, plain(), NOON))).isEqualTo(Reason.NEW_READING);
        assertThat(view(exam, "wang").draft()).isPresent();
    }

    @Test
    void aReportNeverLowersAnOpenCaseAndSignsOnceAPersonHas() {
        ExamId exam = exam(MARKUP, Overreads.red());
        Overread lower = Overreads.because(
                Overreads.of(
                        TriageLevel.YELLOW,
                        Overreads.rejected(Overreads.RED, "早复极"),
                        Overreads.accepted(Overreads.SINUS)),
                "早复极",
                "");
        var critical = new CriticalDesk(DATABASE.database(), events, CasePolicy.DEFAULT);

        assertThat(refusal(desk.sign(exam, WANG, 0, lower, NOON))).isEqualTo(Reason.RED_CASE_OPEN);
        critical.lower(
                critical.ofExam(exam).orElseThrow().id(), new Person("wang", "王医生"), TriageLevel.YELLOW, "早复极", NOON);

        assertThat(signed(desk.sign(exam, WANG, 0, lower, NOON)).overread().level())
                .isEqualTo(TriageLevel.YELLOW);
    }

    @Test
    void aRedThatOnlyThePhysicianSawOpensAConfirmedCase() {
        ExamId exam = exam(Reds.patient("陈", "610922194001018888", 80), Overreads.plain());
        Overread raised = Overreads.added(
                Overreads.of(TriageLevel.RED, Overreads.rejected(Overreads.SINUS, "")),
                new Phrase("WELLENS", "Wellens 综合征", "Wellens' sign"));

        signed(desk.sign(exam, WANG, 0, raised, NOON));

        CriticalCase opened = new CriticalDesk(DATABASE.database(), events, CasePolicy.DEFAULT)
                .ofExam(exam)
                .orElseThrow();
        assertThat(opened.open()).isTrue();
        assertThat(opened.handling().confirmed()).isPresent();
        assertThat(opened.leadingRule().chinese()).isEqualTo("Wellens 综合征");
    }

    @Test
    void aRedNeedsTwoAndTheClinicIsToldOnlyThen() {
        ReportDesk strict = desk(SecondReader.RED, false, Sealer.DIGEST_ONLY);
        ExamId exam = exam(MARKUP, Overreads.red());

        Report first = signed(strict.sign(exam, WANG, 0, red(), NOON));
        assertThat(first.complete()).isFalse();
        assertThat(toldClinic(exam)).isEmpty();
        assertThat(refusal(strict.signSecond(exam, WANG, 1, TriageLevel.RED, NOON.plusSeconds(90))))
                .isEqualTo(Reason.SECOND_IS_FIRST);
        assertThat(refusal(strict.signSecond(exam, LIU, 1, TriageLevel.RED, NOON.plusSeconds(90))))
                .isEqualTo(Reason.SECOND_NOT_LOOKED);
        strict.look(exam, 1, "liu", NOON.plusSeconds(91));
        Report both = signed(strict.signSecond(exam, LIU, 1, TriageLevel.RED, NOON.plusSeconds(95)));

        assertThat(both.complete()).isTrue();
        assertThat(versions(exam)).containsExactly(both);
        assertThat(toldClinic(exam)).hasSize(1);
        assertThat(refusal(strict.signSecond(exam, LIU, 1, TriageLevel.RED, NOON.plusSeconds(99))))
                .isEqualTo(Reason.SIGNED_BEFORE);
    }

    @Test
    void aloneAtNightOneSignsTwiceWithAPauseBetween() {
        ReportDesk strict = desk(SecondReader.RED, false, Sealer.DIGEST_ONLY);
        ExamId exam = exam(MARKUP, Overreads.red());
        signed(strict.sign(exam, WANG, 0, red(), NIGHT));

        strict.look(exam, 1, "wang", NIGHT.plusSeconds(20));
        assertThat(refusal(strict.signSecond(exam, WANG, 1, TriageLevel.RED, NIGHT.plusSeconds(30))))
                .isEqualTo(Reason.SECOND_TOO_SOON);
        strict.look(exam, 1, "wang", NIGHT.plusSeconds(61));
        Report both = signed(strict.signSecond(exam, WANG, 1, TriageLevel.RED, NIGHT.plusSeconds(70)));

        assertThat(both.second()).hasValueSatisfying(second -> assertThat(second.nightDoubleCheck())
                .isTrue());
    }

    @Test
    void aSignatureServiceThatFailsSignsNothing() {
        ReportDesk broken = desk(SecondReader.NONE, false, (canonical, signer) -> {
            throw new SealException("no answer");
        });
        ExamId exam = exam(Reds.ZHANG, Overreads.plain());

        assertThat(refusal(broken.sign(exam, WANG, 0, plain(), NOON))).isEqualTo(Reason.SEAL_FAILED);
        assertThat(versions(exam)).isEmpty();
        assertThat(view(exam, "wang").draft()).isPresent();
    }

    @Test
    void whoReadsFirstIsShownTheClaimsOnceHeHasWrittenHisOwn() {
        ReportDesk first = desk(SecondReader.NONE, true, Sealer.DIGEST_ONLY);
        ExamId plain = exam(Reds.ZHANG, Overreads.plain());
        ExamId urgent = exam(MARKUP, Overreads.red());

        assertThat(first.view(urgent, "wang").orElseThrow().claims()).isNotEmpty();
        assertThat(first.view(plain, "wang").orElseThrow()).satisfies(view -> {
            assertThat(view.withheld()).isTrue();
            assertThat(view.claims()).isEmpty();
            assertThat(view.machineLevel()).isEmpty();
        });
        var own = new FirstImpression(TriageLevel.GREEN, List.of("SR"), "", NOON);
        assertThat(first.commitFirst(plain, "wang", own)).isTrue();
        assertThat(first.commitFirst(plain, "wang", own)).isFalse();

        assertThat(first.view(plain, "wang").orElseThrow().claims()).hasSize(1);
        assertThat(first.view(plain, "liu").orElseThrow().withheld()).isTrue();
    }

    @Test
    void agreementIsCountedOnceAnExamByItsLatestVersion() {
        Instant day = Instant.parse("2027-05-01T00:00:00Z");
        ExamId exam = exam(Reds.ZHANG, Overreads.plain());
        signed(desk.sign(exam, WANG, 0, plain(), day));
        Overread other = Overreads.because(
                Overreads.added(
                        Overreads.of(TriageLevel.GREEN, Overreads.rejected(Overreads.SINUS, "")),
                        new Phrase("AF", "心房颤动", "atrial fibrillation")),
                "",
                "误读");
        signed(desk.sign(exam, LIU, 1, other, day.plusSeconds(60)));

        Agreement.Figures figures = desk.agreement(Scope.COUNTY, day, day.plusSeconds(3_600));
        assertThat(figures.reports()).isEqualTo(1);
        assertThat(figures.counts())
                .containsExactly(new Agreement.Count("AF", 0, 0, 0, 1), new Agreement.Count("SR", 0, 0, 1, 0));
    }

    @Test
    void favouritesAreKeptInTheirOrderAndOnlyThoseOfTheTree() {
        desk.keepFavourites("wang", List.of("LBBB", "nonsense", "AF"));

        assertThat(desk.favourites("wang")).containsExactly("LBBB", "AF");
        assertThat(desk.favourites("nobody")).isEmpty();
    }

    private static Overread plain() {
        return Overreads.of(TriageLevel.GREEN, Overreads.accepted(Overreads.SINUS));
    }

    private static Overread red() {
        return Overreads.of(TriageLevel.RED, Overreads.accepted(Overreads.RED), Overreads.accepted(Overreads.SINUS));
    }

    private ReportDesk desk(SecondReader second, boolean readFirst, Sealer sealer) {
        return new ReportDesk(
                DATABASE.database(),
                events,
                new ReportPolicy(
                        second,
                        LocalTime.of(18, 0),
                        LocalTime.of(8, 0),
                        ZoneId.of("Asia/Shanghai"),
                        Duration.ofMinutes(1),
                        readFirst),
                sealer,
                PhraseTree.standard());
    }

    private static ExamId exam(Patient patient, Reading reading) {
        Exam exam = Reds.store(DATABASE.database(), patient, NOON);
        Reds.read(DATABASE.database(), exam, reading, NOON);
        return exam.id();
    }

    private List<Report> versions(ExamId exam) {
        return view(exam, "nobody").versions();
    }

    private ReportView view(ExamId exam, String account) {
        return desk.view(exam, account).orElseThrow();
    }

    private static Report signed(ReportAnswer answer) {
        assertThat(answer).isInstanceOf(ReportAnswer.Signed.class);
        return ((ReportAnswer.Signed) answer).report();
    }

    private static Reason refusal(ReportAnswer answer) {
        assertThat(answer).isInstanceOf(ReportAnswer.Refused.class);
        return ((ReportAnswer.Refused) answer).refusal().reason();
    }

    private static List<ReadingReady> toldClinic(ExamId exam) {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(DownlinkRepository.class).waiting(Reds.SITE))
                .stream()
                .map(DownlinkRepository.Waiting::message)
                .filter(ReadingReady.class::isInstance)
                .map(ReadingReady.class::cast)
                .filter(message -> message.examId().equals(exam))
                .toList();
    }

    private static List<AuditAction> audited(ExamId exam) {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam))
                .stream()
                .map(AuditEntry::event)
                .map(org.ecgnet.hub.audit.AuditEvent::action)
                .toList();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
