package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagingPassIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final PagingRig rig = new PagingRig(DATABASE.database());

    /** Cases of other tests would page too. */
    @BeforeEach
    void closeWhatIsOpen() {
        rig.closeWhatIsOpen();
    }

    @Test
    void aHardRedReachesTheFirstTierAtOnceAndClimbs() {
        UUID caseId = rig.red("R05", true);

        PagingBench.runUntil(rig.pass(), rig.clock(), PagingRig.after(125));

        assertThat(rig.steps(caseId))
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
        assertThat(rig.sentAbout(caseId)).extracting(PageMessage::to).startsWith(Recipient.TIER_1);
    }

    @Test
    void aContactWhomTwoStepsReachAtOnceGetsOneLoudPage() {
        UUID caseId = rig.red("R05", true);

        rig.pass().run();

        assertThat(rig.sentAbout(caseId)).singleElement().satisfies(page -> {
            assertThat(page.step()).isEqualTo("tier-1-ring");
            assertThat(page.link()).isEqualTo("https://hub.example/case/" + caseId);
            assertThat(page.siteName()).isEqualTo("林河卫生室");
            assertThat(page.toString()).doesNotContain("张三").doesNotContain("1101");
        });
    }

    @Test
    void aFailedDeliveryIsTriedAgainAfterTheSecondsOfTheRedLaneUnderTheSameId() {
        UUID caseId = rig.red("R05", true);
        rig.channel().failing();

        PagingBench.runUntil(rig.pass(), rig.clock(), PagingRig.after(50));

        Delivery page = rig.deliveries(caseId).get(0);
        assertThat(rig.attempts(page).stream().map(attempt -> Duration.between(PagingRig.START, attempt.startedAt())
                        .toSeconds()))
                .containsExactly(0L, 2L, 7L, 17L, 37L);
        assertThat(rig.attempts(page)).hasSize(5).allSatisfy(attempt -> assertThat(attempt.response())
                .isEqualTo("broken"));

        rig.channel().well();
        PagingBench.runUntil(rig.pass(), rig.clock(), PagingRig.after(80));
        assertThat(rig.channel().sent())
                .filteredOn(sent -> sent.id().equals(page.id().toString()))
                .hasSize(1);
        assertThat(rig.state(page)).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void aReceiverThatAsksForPatienceGetsIt() {
        UUID caseId = rig.red("R11", false);
        rig.channel().askingForPatience(Duration.ofSeconds(25));

        PagingBench.runUntil(rig.pass(), rig.clock(), PagingRig.after(29));

        assertThat(rig.attempts(rig.deliveries(caseId).get(0)))
                .extracting(Attempt::startedAt)
                .containsExactly(PagingRig.START, PagingRig.START.plusSeconds(25));
    }

    @Test
    void aChannelThatIsGoneIsLeftAloneUntilTheHubStartsAgainAndKeepsItsPages() {
        UUID caseId = rig.red("R05", true);
        rig.channel().gone();
        PagingBench.runUntil(rig.pass(), rig.clock(), PagingRig.after(70));

        assertThat(rig.channel().tries()).hasSize(1);
        assertThat(rig.deliveries(caseId).stream().map(rig::state)).contains(Delivery.State.DEAD);
        assertThat(rig.events(caseId)).extracting(CaseEvent::kind).contains(CaseEvent.Kind.NOBODY_TO_PAGE);

        rig.channel().well();
        rig.pass().run();
        assertThat(rig.sentAbout(caseId)).extracting(PageMessage::to).contains(Recipient.TIER_2);
    }

    @Test
    void whileAChannelIsGoneAnotherTierWithAWorkingOneIsToldInItsPlace() {
        UUID caseId = rig.red("R11", false);
        var working = new FakeChannel();
        rig.channel().gone();
        PagingParts parts = PagingBench.parts(
                new OnCallRoster(List.of(
                        PagingBench.contact(Recipient.TIER_1, "page"), PagingBench.contact(Recipient.TIER_2, "other"))),
                Map.of("page", rig.channel(), "other", working),
                Optional.empty());

        PagingBench.runUntil(
                PagingBench.pass(DATABASE.database(), parts, rig.clock()), rig.clock(), PagingRig.after(30));

        assertThat(working.sent()).extracting(PageMessage::step).containsExactly("tier-1-ring");
        assertThat(rig.steps(caseId)).containsExactly("0 reader-push", "0 tier-1-push", "0 tier-1-ring");
    }

    @Test
    void aChannelThatThrowsIsAChannelThatFailed() {
        UUID caseId = rig.red("R05", true);
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
                        rig.channel()),
                Optional.empty());

        PagingBench.pass(DATABASE.database(), parts, rig.clock()).run();

        assertThat(rig.sentAbout(caseId)).hasSize(1);
        assertThat(rig.attempts(rig.deliveries(caseId).get(0)).get(0).outcome()).isEqualTo("TryAgain");
    }

    @Test
    void acknowledgingStopsTheLadderAndWhatStillWaits() {
        UUID caseId = rig.red("R11", false);
        rig.channel().failing();
        PagingPass pass = rig.pass();
        PagingBench.runUntil(pass, rig.clock(), PagingRig.after(40));
        rig.acknowledge(caseId);
        rig.channel().well();

        PagingBench.runUntil(pass, rig.clock(), PagingRig.after(300));

        assertThat(rig.sentAbout(caseId))
                .extracting(PageMessage::to)
                .containsOnly(Recipient.CLINIC, Recipient.TOWNSHIP);
        assertThat(rig.deliveries(caseId).stream()
                        .filter(delivery -> delivery.step().startsWith("tier"))
                        .map(rig::state))
                .containsOnly(Delivery.State.NEEDLESS);
    }

    @Test
    void acknowledgedWithoutDispositionPagesAgainAfterFiveMinutes() {
        UUID caseId = rig.red("R11", false);
        PagingPass pass = rig.pass();
        PagingBench.runUntil(pass, rig.clock(), PagingRig.after(10));
        rig.acknowledge(caseId);

        PagingBench.runUntil(pass, rig.clock(), PagingRig.after(310));

        assertThat(rig.steps(caseId)).contains("310 disposition");
        assertThat(rig.sentAbout(caseId)).extracting(PageMessage::step).contains("disposition");
    }

    @Test
    void aClinicThatDoesNotConfirmIsAskedOnItsScreenAndRung() {
        UUID caseId = rig.red("R11", false);

        PagingBench.runUntil(rig.pass(), rig.clock(), PagingRig.after(95));

        assertThat(rig.progress(caseId)).contains(CaseStep.RECEIVED, CaseStep.PAGED, CaseStep.CONFIRM_PLEASE);
        assertThat(rig.sentAbout(caseId)).extracting(PageMessage::to).contains(Recipient.CLINIC, Recipient.TOWNSHIP);
    }

    @Test
    void aHoleInTheRosterIsFilledByTheNextTierAndSaidInTheRegister() {
        UUID caseId = rig.red("R05", true);
        PagingParts parts = PagingBench.parts(
                new OnCallRoster(List.of(PagingBench.contact(Recipient.TIER_3, "page"))),
                Map.of("page", rig.channel()),
                Optional.empty());

        PagingBench.runUntil(
                PagingBench.pass(DATABASE.database(), parts, rig.clock()), rig.clock(), PagingRig.after(60));

        assertThat(rig.sentAbout(caseId)).extracting(PageMessage::to).containsOnly(Recipient.TIER_3);
        assertThat(rig.events(caseId))
                .anySatisfy(event -> {
                    assertThat(event.kind()).isEqualTo(CaseEvent.Kind.NOBODY_TO_PAGE);
                    assertThat(event.detail()).contains("telephone", "0912-555");
                })
                .anySatisfy(event -> assertThat(event.detail()).isEqualTo("dispatch: telephone 120"));
    }
}
