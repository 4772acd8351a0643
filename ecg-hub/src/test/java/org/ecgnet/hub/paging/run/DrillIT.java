package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseOpener;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.DeskAnswer;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.critical.PatientIdentifier;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.ReadBack;
import org.ecgnet.hub.dispatch.DispatchWebhook;
import org.ecgnet.hub.drill.Drill;
import org.ecgnet.hub.drill.DrillDesk;
import org.ecgnet.hub.drill.DrillOrder;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.paging.channel.HostileReceiver;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.channel.PageWords;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.ecgnet.hub.paging.channel.webhook.WebhookEndpoint;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.WorklistRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An exercise goes the real way, flagged from end to end, and never to the real 120. */
class DrillIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final Person LI = new Person("li", "李医生");
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final DrillOrder LETHAL = new DrillOrder(new SiteCode("linhe-01"), "R03", true, "室颤, 测试夜班");

    private final HandMovedClock clock = new HandMovedClock(START);
    private final FakeChannel channel = new FakeChannel();
    private final CriticalDesk desk = new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT);
    private final DrillDesk drills = new DrillDesk(
            DATABASE.database(), new HubEvents(), new CaseOpener(CasePolicy.DEFAULT), Duration.ofMinutes(15));

    @BeforeEach
    void nothingIsOpen() {
        desk.openCases().forEach(known -> desk.lower(known.id(), LI, TriageLevel.GREEN, "test is over", START));
        PagingBench.hear(DATABASE.database(), START);
        pass(Optional.empty(), Optional.empty()).run();
        channel.sent().clear();
    }

    @Test
    void everyPageAndEveryRowOfAnExerciseSaysSo() {
        Drill drill = drills.start(LETHAL, LI, START);

        PagingBench.runUntil(pass(Optional.empty(), Optional.empty()), clock, START.plusSeconds(125));

        assertThat(channel.sent()).isNotEmpty().allSatisfy(page -> {
            assertThat(page.drill()).isTrue();
            assertThat(PageWords.of(page)).startsWith("【演练】");
        });
        assertThat(channel.sent()).extracting(PageMessage::step).contains("tier-1-ring", "tier-2-ring", "tier-3-ring");
        assertThat(known(drill).drill()).isTrue();
        List<WorklistItem> worklist = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(WorklistRepository.class).current(Scope.COUNTY, START, 100));
        assertThat(worklist)
                .filteredOn(item -> item.examId().equals(drill.examId()))
                .singleElement()
                .satisfies(item -> assertThat(item.drill()).isTrue());
        List<CriticalCase> registered = DATABASE.database().inTransaction(transaction -> transaction
                .repository(CaseRepository.class)
                .openedBetween(Scope.COUNTY, START, START.plusSeconds(1)));
        assertThat(registered).anySatisfy(known -> assertThat(known.drill()).isTrue());
    }

    @Test
    void theRealDispatchCentreNeverHearsOfIt() throws IOException {
        try (var real = HostileReceiver.start();
                var test = HostileReceiver.start()) {
            drills.start(LETHAL, LI, START);
            PagingBench.runUntil(pass(Optional.of(webhook(real)), Optional.empty()), clock, START.plusSeconds(200));
            assertThat(real.requests()).isEmpty();

            clock.moveTo(START);
            Drill second = drills.start(LETHAL, LI, START);
            PagingBench.runUntil(
                    pass(Optional.of(webhook(real)), Optional.of(webhook(test))), clock, START.plusSeconds(200));
            desk.cancelDispatch(second.caseId(), LI, "结束", clock.instant());
            PagingBench.runUntil(
                    pass(Optional.of(webhook(real)), Optional.of(webhook(test))), clock, START.plusSeconds(210));

            assertThat(real.requests()).isEmpty();
            assertThat(test.requests()).hasSize(2);
            assertThat(desk.events(second.caseId()))
                    .extracting(CaseEvent::detail)
                    .anyMatch(detail -> detail.contains("do not telephone 120"))
                    .noneMatch(detail -> detail.startsWith("telephone 120"));
        }
    }

    @Test
    void itEndsWithTheReadBackAndAsksForNoDisposition() {
        Drill drill = drills.start(LETHAL, LI, START);
        PagingPass pass = pass(Optional.empty(), Optional.empty());
        PagingBench.runUntil(pass, clock, START.plusSeconds(20));

        var readBack = new ReadBack(
                Map.of(PatientIdentifier.EXAM_CODE, ExamCode.of(drill.examId()), PatientIdentifier.SITE, "linhe-01"),
                "R03");
        assertThat(desk.acknowledge(drill.caseId(), LI, readBack, clock.instant()))
                .isInstanceOf(DeskAnswer.Done.class);
        channel.sent().clear();
        PagingBench.runUntil(pass, clock, START.plusSeconds(900));

        assertThat(known(drill).open()).isFalse();
        assertThat(known(drill).closingNote())
                .hasValueSatisfying(note -> assertThat(note).contains("read back"));
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void itEndsByItselfAndNotASecondBefore() {
        Drill drill = drills.start(LETHAL, LI, START);
        PagingPass pass = pass(Optional.empty(), Optional.empty());

        PagingBench.runUntil(pass, clock, START.plusSeconds(899));
        assertThat(known(drill).open()).isTrue();
        PagingBench.runUntil(pass, clock, START.plusSeconds(900));

        assertThat(known(drill).open()).isFalse();
        assertThat(drills.latest(1))
                .singleElement()
                .satisfies(started -> assertThat(started.known().open()).isFalse());
    }

    @Test
    void aTracingIsThereToBeLookedAtAndTheOrderIsChecked() {
        Drill drill = drills.start(LETHAL, LI, START);

        Optional<Recording> tracing = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).recording(drill.examId()));
        assertThat(tracing)
                .hasValueSatisfying(
                        recording -> assertThat(recording.waveform().length()).isEqualTo(5000));
        assertThatThrownBy(() -> new DrillOrder(new SiteCode("linhe-01"), "Y01", true, "x"))
                .hasMessageContaining("rule");
        assertThatThrownBy(() -> new DrillOrder(new SiteCode("linhe-01"), "R01", true, " "))
                .hasMessageContaining("text");
    }

    private CriticalCase known(Drill drill) {
        return desk.find(drill.caseId()).orElseThrow();
    }

    private PagingPass pass(Optional<DispatchWebhook> real, Optional<DispatchWebhook> test) {
        PagingParts parts =
                PagingBench.parts(PagingBench.fullRoster("page"), Map.of("page", channel), Optional.empty());
        return PagingBench.pass(
                DATABASE.database(),
                new PagingParts(
                        parts.hub(),
                        parts.ladder(),
                        parts.roster(),
                        parts.clinics(),
                        parts.channels(),
                        new To120(real, test, PagingBench.EVENTS),
                        parts.caseLink(),
                        parts.retries(),
                        parts.vigilance()),
                clock);
    }

    private static DispatchWebhook webhook(HostileReceiver receiver) {
        return new DispatchWebhook(new WebhookEndpoint(
                new HttpTarget(
                        "test",
                        receiver.url(),
                        new AllowedTargets(List.of("localhost"), true),
                        Duration.ofSeconds(5),
                        Optional.empty()),
                List.of(SECRET)));
    }
}
