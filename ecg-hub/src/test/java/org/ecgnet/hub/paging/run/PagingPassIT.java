package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.StepTaken;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagingPassIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final Person WANG = new Person("wang", "王医生");

    private final HandMovedClock clock = new HandMovedClock(START);
    private final FakeChannel channel = new FakeChannel();

    /** Cases of other tests would page too. */
    @BeforeEach
    void closeWhatIsOpen() {
        PagingBench.hear(DATABASE.database(), START);
        desk().openCases().forEach(known -> close(known.id()));
        pass().run();
        channel.sent().clear();
        channel.tries().clear();
    }

    @Test
    void aHardRedReachesTheFirstTierAtOnceAndClimbs() {
        UUID caseId = red("R05", true);

        PagingBench.runUntil(pass(), clock, after(125));

        assertThat(steps(caseId))
                .containsExactly(
                        "0 reader-push",
                        "0 tier-1-push",
                        "0 tier-1-ring",
                        "60 clinic-call",
                        "60 clinic-screen",
                        "60 dispatch",
                        "60 tier-2-ring",
                        "90 township-call",
                        "120 tier-3-ring");
        assertThat(sentAbout(caseId)).extracting(PageMessage::to).startsWith(Recipient.TIER_1);
    }

    @Test
    void aContactWhomTwoStepsReachAtOnceGetsOneLoudPage() {
        UUID caseId = red("R05", true);

        pass().run();

        assertThat(sentAbout(caseId)).singleElement().satisfies(page -> {
            assertThat(page.step()).isEqualTo("tier-1-ring");
            assertThat(page.link()).isEqualTo("https://hub.example/case/" + caseId);
            assertThat(page.siteName()).isEqualTo("林河卫生室");
            assertThat(page.toString()).doesNotContain("张三").doesNotContain("1101");
        });
    }

    @Test
    void aFailedDeliveryIsTriedAgainAfterTheSecondsOfTheRedLaneUnderTheSameId() {
        UUID caseId = red("R05", true);
        channel.failing();

        PagingBench.runUntil(pass(), clock, after(50));

        Delivery page = deliveries(caseId).get(0);
        assertThat(attempts(page).stream().map(attempt -> Duration.between(START, attempt.startedAt())
                        .toSeconds()))
                .containsExactly(0L, 2L, 7L, 17L, 37L);
        assertThat(attempts(page)).hasSize(5).allSatisfy(attempt -> assertThat(attempt.response())
                .isEqualTo("broken"));

        channel.well();
        PagingBench.runUntil(pass(), clock, after(80));
        assertThat(channel.sent())
                .filteredOn(sent -> sent.id().equals(page.id().toString()))
                .hasSize(1);
        assertThat(state(page)).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void aReceiverThatAsksForPatienceGetsIt() {
        UUID caseId = red("R11", false);
        channel.askingForPatience(Duration.ofSeconds(25));

        PagingBench.runUntil(pass(), clock, after(29));

        assertThat(attempts(deliveries(caseId).get(0)))
                .extracting(Attempt::startedAt)
                .containsExactly(START, START.plusSeconds(25));
    }

    @Test
    void aChannelThatIsGoneIsLeftAloneUntilTheHubStartsAgainAndKeepsItsPages() {
        UUID caseId = red("R05", true);
        channel.gone();
        PagingBench.runUntil(pass(), clock, after(70));

        assertThat(channel.tries()).hasSize(1);
        assertThat(deliveries(caseId).stream().map(this::state)).contains(Delivery.State.DEAD);
        assertThat(events(caseId)).extracting(CaseEvent::kind).contains(CaseEvent.Kind.NOBODY_TO_PAGE);

        channel.well();
        pass().run();
        assertThat(sentAbout(caseId)).extracting(PageMessage::to).contains(Recipient.TIER_2);
    }

    @Test
    void whileAChannelIsGoneAnotherTierWithAWorkingOneIsToldInItsPlace() {
        UUID caseId = red("R11", false);
        var working = new FakeChannel();
        channel.gone();
        PagingParts parts = PagingBench.parts(
                new OnCallRoster(List.of(
                        PagingBench.contact(Recipient.TIER_1, "page"), PagingBench.contact(Recipient.TIER_2, "other"))),
                Map.of("page", channel, "other", working),
                Optional.empty());

        PagingBench.runUntil(PagingBench.pass(DATABASE.database(), parts, clock), clock, after(30));

        assertThat(working.sent()).extracting(PageMessage::step).containsExactly("tier-1-ring");
        assertThat(steps(caseId)).containsExactly("0 reader-push", "0 tier-1-push", "0 tier-1-ring");
    }

    @Test
    void aChannelThatThrowsIsAChannelThatFailed() {
        UUID caseId = red("R05", true);
        PagingParts parts = PagingBench.parts(
                new OnCallRoster(List.of(
                        PagingBench.contact(Recipient.TIER_1, "broken"),
                        PagingBench.contact(Recipient.TIER_1, "page"))),
                Map.of(
                        "broken",
                        (message, now) -> {
                            throw new IllegalStateException("bug");
                        },
                        "page",
                        channel),
                Optional.empty());

        PagingBench.pass(DATABASE.database(), parts, clock).run();

        assertThat(sentAbout(caseId)).hasSize(1);
        assertThat(attempts(deliveries(caseId).get(0)).get(0).outcome()).isEqualTo("TryAgain");
    }

    @Test
    void acknowledgingStopsTheLadderAndWhatStillWaits() {
        UUID caseId = red("R11", false);
        channel.failing();
        PagingPass pass = pass();
        PagingBench.runUntil(pass, clock, after(40));
        acknowledge(caseId);
        channel.well();

        PagingBench.runUntil(pass, clock, after(300));

        assertThat(sentAbout(caseId)).extracting(PageMessage::to).containsOnly(Recipient.CLINIC, Recipient.TOWNSHIP);
        assertThat(deliveries(caseId).stream()
                        .filter(delivery -> delivery.step().startsWith("tier"))
                        .map(this::state))
                .containsOnly(Delivery.State.NEEDLESS);
    }

    @Test
    void acknowledgedWithoutDispositionPagesAgainAfterFiveMinutes() {
        UUID caseId = red("R11", false);
        PagingPass pass = pass();
        PagingBench.runUntil(pass, clock, after(10));
        acknowledge(caseId);

        PagingBench.runUntil(pass, clock, after(310));

        assertThat(steps(caseId)).contains("310 disposition");
        assertThat(sentAbout(caseId)).extracting(PageMessage::step).contains("disposition");
    }

    @Test
    void aClinicThatDoesNotConfirmIsAskedOnItsScreenAndRung() {
        UUID caseId = red("R11", false);

        PagingBench.runUntil(pass(), clock, after(95));

        assertThat(progress(caseId)).contains(CaseStep.RECEIVED, CaseStep.PAGED, CaseStep.CONFIRM_PLEASE);
        assertThat(sentAbout(caseId)).extracting(PageMessage::to).contains(Recipient.CLINIC, Recipient.TOWNSHIP);
    }

    @Test
    void aHoleInTheRosterIsFilledByTheNextTierAndSaidInTheRegister() {
        UUID caseId = red("R05", true);
        PagingParts parts = PagingBench.parts(
                new OnCallRoster(List.of(PagingBench.contact(Recipient.TIER_3, "page"))),
                Map.of("page", channel),
                Optional.empty());

        PagingBench.runUntil(PagingBench.pass(DATABASE.database(), parts, clock), clock, after(60));

        assertThat(sentAbout(caseId)).extracting(PageMessage::to).containsOnly(Recipient.TIER_3);
        assertThat(events(caseId))
                .anySatisfy(event -> {
                    assertThat(event.kind()).isEqualTo(CaseEvent.Kind.NOBODY_TO_PAGE);
                    assertThat(event.detail()).contains("telephone", "0912-555");
                })
                .anySatisfy(event -> assertThat(event.detail()).isEqualTo("dispatch: telephone 120"));
    }

    @Test
    void aSecondHubTakesOverWhenTheLeaseOfTheFirstHasEnded() {
        UUID caseId = red("R05", true);
        Database real = DATABASE.database();
        // Transactions of a first run: release, due, ladder, yellow, disabled, claim; it dies before it can write the
        // result.
        DyingDatabase dying = new DyingDatabase(real, 6, false);
        assertThatThrownBy(() -> PagingBench.pass(dying, parts(), clock).run())
                .isInstanceOf(DyingDatabase.Killed.class);
        PagingParts other = new PagingParts(
                "hub-2",
                parts().ladder(),
                parts().roster(),
                parts().clinics(),
                parts().channels(),
                parts().to120(),
                parts().caseLink(),
                parts().retries(),
                parts().vigilance());
        PagingPass second = PagingBench.pass(real, other, clock);

        second.run();
        assertThat(sentAbout(caseId)).hasSize(1);
        clock.moveTo(START.plus(PagingPass.LEASE));
        second.run();

        assertThat(sentAbout(caseId).stream().filter(page -> page.step().equals("tier-1-ring")))
                .hasSize(2)
                .extracting(PageMessage::id)
                .containsOnly(deliveries(caseId).get(0).id().toString());
    }

    @Test
    void aHubKilledAtAnyMomentLosesNoPageAndTakesNoStepTwice() {
        boolean died = true;
        for (int diesAt = 0; died; diesAt++) {
            died = killedAt(diesAt, true) | killedAt(diesAt, false);
        }
    }

    /** @return false when the run was over before it came to that transaction */
    private boolean killedAt(int diesAt, boolean afterCommit) {
        clock.moveTo(START);
        channel.sent().clear();
        UUID caseId = red("R05", true);
        DyingDatabase dying = new DyingDatabase(DATABASE.database(), diesAt, afterCommit);
        try {
            PagingBench.runUntil(PagingBench.pass(dying, parts(), clock), clock, after(65));
        } catch (DyingDatabase.Killed e) {
            assertThat(dying.dead()).isTrue();
        }
        PagingBench.runUntil(pass(), clock, after(65));

        String when = "killed at transaction " + diesAt + (afterCommit ? " after" : " before") + " its commit";
        Set<String> planned = new HashSet<>();
        for (Delivery delivery : deliveries(caseId)) {
            planned.add(delivery.id().toString());
            assertThat(state(delivery)).as(when).isEqualTo(Delivery.State.DELIVERED);
        }
        assertThat(sentAbout(caseId)).as(when).extracting(PageMessage::id).hasSameElementsAs(planned);
        assertThat(new HashSet<>(steps(caseId)).stream().map(step -> step.replaceAll(".* ", "")))
                .as(when)
                .containsExactlyInAnyOrder(
                        "reader-push",
                        "tier-1-push",
                        "tier-1-ring",
                        "tier-2-ring",
                        "clinic-screen",
                        "clinic-call",
                        "dispatch");
        close(caseId);
        return dying.dead();
    }

    private PagingPass pass() {
        return PagingBench.pass(DATABASE.database(), parts(), clock);
    }

    private PagingParts parts() {
        return PagingBench.parts(PagingBench.fullRoster("page"), Map.of("page", channel), Optional.empty());
    }

    private UUID red(String rule, boolean hard) {
        Exam exam = Reds.store(DATABASE.database(), Patient.UNKNOWN, clock.instant());
        return Reds.caseId(
                Reds.red(DATABASE.database(), exam, clock.instant(), hard ? Reds.hard(rule) : Reds.suspected(rule)));
    }

    private CriticalDesk desk() {
        return new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT);
    }

    private void acknowledge(UUID caseId) {
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

    private void close(UUID caseId) {
        desk().lower(caseId, WANG, org.ecgnet.ecg.TriageLevel.GREEN, "test is over", clock.instant());
    }

    private List<String> steps(UUID caseId) {
        List<StepTaken> taken = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(PageRepository.class).taken(caseId));
        List<String> lines = new ArrayList<>();
        taken.forEach(step -> lines.add(Duration.between(START, step.at()).toSeconds() + " " + step.rung()));
        return lines;
    }

    private List<PageMessage> sentAbout(UUID caseId) {
        long number = desk().find(caseId).orElseThrow().number();
        return channel.sent().stream()
                .filter(page -> page.caseNumber() == number)
                .toList();
    }

    private List<Delivery> deliveries(UUID caseId) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DeliveryRepository.class).ofCase(caseId));
    }

    private List<Attempt> attempts(Delivery delivery) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DeliveryRepository.class).attempts(delivery.id()));
    }

    private Delivery.State state(Delivery delivery) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DeliveryRepository.class).state(delivery.id()));
    }

    private List<CaseEvent> events(UUID caseId) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(CaseRepository.class).events(caseId));
    }

    private List<CaseStep> progress(UUID caseId) {
        var known = desk().find(caseId).orElseThrow();
        return DATABASE
                .database()
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

    private static Instant after(long seconds) {
        return PagingBench.after(START, seconds);
    }
}
