package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.dispatch.CallbackAnswer;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What gateways say of a page afterwards. */
class ReceiptDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret OTHER = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");

    private final HandMovedClock clock = new HandMovedClock(START);
    private final FakeChannel voice = new FakeChannel();
    private final CriticalDesk desk = new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT);
    private final ReceiptDesk receipts = new ReceiptDesk(DATABASE.database(), new HubEvents(), desk, List.of(SECRET));
    private UUID caseId = UUID.randomUUID();
    private UUID page = UUID.randomUUID();

    @BeforeEach
    void aHardRedHasRungTheFirstTier() {
        desk.openCases()
                .forEach(known ->
                        desk.lower(known.id(), new Person("wang", "王医生"), TriageLevel.GREEN, "test is over", START));
        DATABASE.administer("delete from page_receipt");
        PagingBench.hear(DATABASE.database(), START);
        Exam exam = Reds.store(DATABASE.database(), Patient.UNKNOWN, START);
        caseId = Reds.caseId(Reds.red(DATABASE.database(), exam, START, Reds.hard("R05")));
        pass().run();
        page = deliveries().get(0).id();
    }

    @Test
    void key1HoldsTheLadderForTwoMinutesAndAnswersNothing() {
        assertThat(said("m1", "answered", "1").status()).isEqualTo(200);

        var known = desk.find(caseId).orElseThrow();
        assertThat(known.handling().heldUntil()).contains(START.plusSeconds(120));
        assertThat(known.handling().acknowledged()).isEmpty();
        assertThat(known.handling().accepted())
                .hasValueSatisfying(signed -> assertThat(signed.by()).contains("TIER_1 person"));
        PagingBench.runUntil(pass(), clock, START.plusSeconds(119));
        assertThat(steps()).doesNotContain("tier-2-ring");
        PagingBench.runUntil(pass(), clock, START.plusSeconds(120));
        assertThat(steps()).contains("tier-2-ring");
    }

    @Test
    void aCallThatWasOnlyPickedUpHoldsNothing() {
        assertThat(said("m1", "answered", "").status()).isEqualTo(200);
        assertThat(said("m2", "answered", "2").status()).isEqualTo(200);

        assertThat(desk.find(caseId).orElseThrow().handling().accepted()).isEmpty();
        assertThat(kinds()).contains(CaseEvent.Kind.RECEIPT);
    }

    @Test
    void aFailedReceiptRingsTheNextTierAtOnce() {
        clock.moveBy(Duration.ofSeconds(9));

        assertThat(said("m1", "failed", "").status()).isEqualTo(200);
        pass().run();

        assertThat(steps()).contains("tier-2-ring");
    }

    @Test
    void aReplayIsTakenOnceAndAnOldOrForgedOneNotAtAll() {
        byte[] body = body(page, "failed", "");
        Map<String, String> headers = StandardWebhooks.headers("m1", START, body, List.of(SECRET));
        assertThat(receipts.handle(headers, body, START).text()).isEqualTo("taken");
        assertThat(receipts.handle(headers, body, START.plusSeconds(60)))
                .isEqualTo(new CallbackAnswer(200, "taken before"));
        assertThat(receipts.handle(headers, body, START.plusSeconds(600)).status())
                .isEqualTo(401);
        Map<String, String> forged = StandardWebhooks.headers("m2", START, body, List.of(OTHER));
        assertThat(receipts.handle(forged, body, START).status()).isEqualTo(401);
        byte[] changed = body(page, "answered", "1");
        assertThat(receipts.handle(headers, changed, START).status()).isEqualTo(401);
        assertThat(kinds().stream().filter(CaseEvent.Kind.RECEIPT::equals)).hasSize(1);
        assertThat(desk.find(caseId).orElseThrow().handling().accepted()).isEmpty();
    }

    @Test
    void theKeyOfAnEarlierPageHoldsNoLaterOne() {
        DATABASE.administer("update delivery set round = 0 where delivery_id = '" + page + "'");

        assertThat(said("m1", "answered", "1").text()).contains("earlier page");
        assertThat(desk.find(caseId).orElseThrow().handling().accepted()).isEmpty();
    }

    @Test
    void whatIsNoReceiptIsSaid() {
        assertThat(said("m1", "purple", "").status()).isEqualTo(400);
        byte[] unknown = body(UUID.randomUUID(), "failed", "");
        assertThat(receipts.handle(StandardWebhooks.headers("m2", START, unknown, List.of(SECRET)), unknown, START)
                        .status())
                .isEqualTo(404);
        byte[] html = "<html>".getBytes(StandardCharsets.UTF_8);
        assertThat(receipts.handle(StandardWebhooks.headers("m3", START, html, List.of(SECRET)), html, START)
                        .status())
                .isEqualTo(400);
    }

    private CallbackAnswer said(String id, String state, String digits) {
        byte[] body = body(page, state, digits);
        return receipts.handle(
                StandardWebhooks.headers(id, clock.instant(), body, List.of(SECRET)), body, clock.instant());
    }

    private static byte[] body(UUID delivery, String state, String digits) {
        return "{\"id\":\"%s\",\"state\":\"%s\",\"digits\":\"%s\"}"
                .formatted(delivery, state, digits)
                .getBytes(StandardCharsets.UTF_8);
    }

    private PagingPass pass() {
        var roster = new OnCallRoster(List.of(contact(Recipient.TIER_1), contact(Recipient.TIER_2)));
        return PagingBench.pass(
                DATABASE.database(), PagingBench.parts(roster, Map.of("voice", voice), Optional.empty()), clock);
    }

    private static Contact contact(Recipient tier) {
        return new Contact(tier + " person", tier, "voice", "a-" + tier, Set.of(Urgency.RING), Set.of());
    }

    private List<Delivery> deliveries() {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DeliveryRepository.class).ofCase(caseId));
    }

    private List<String> steps() {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(PageRepository.class).taken(caseId))
                .stream()
                .map(step -> step.rung())
                .toList();
    }

    private List<CaseEvent.Kind> kinds() {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(CaseRepository.class).events(caseId))
                .stream()
                .map(CaseEvent::kind)
                .toList();
    }
}
