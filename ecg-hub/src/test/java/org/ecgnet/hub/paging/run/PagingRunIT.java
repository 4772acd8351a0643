package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.DeskAnswer;
import org.ecgnet.hub.critical.PatientIdentifier;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.ReadBack;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.dispatch.DispatchCallback;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.dispatch.DispatchWebhook;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.paging.channel.HostileReceiver;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookChannel;
import org.ecgnet.hub.paging.channel.webhook.WebhookEndpoint;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole of paging with real sockets, a real database and the machine's own clock. */
class PagingRunIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final WebhookSecret PAGE_SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret DISPATCH_SECRET = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    private static final WebhookSecret CALLBACK_SECRET = WebhookSecret.parse("whsec_FxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA");
    private static final Person WANG = new Person("wang", "王医生");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The county's ladder fifty times as fast. */
    private static final LadderTimes FAST = new LadderTimes(
            Duration.ofMillis(600),
            Duration.ofMillis(1200),
            Duration.ofMillis(2400),
            Duration.ofSeconds(1),
            Duration.ofMillis(2400),
            Duration.ofSeconds(6),
            Duration.ofMillis(1200),
            Duration.ofMillis(600),
            Duration.ofMillis(2400),
            Duration.ofMillis(1200),
            Duration.ofMillis(3600),
            Duration.ofMillis(2400));

    private final HubEvents events = new HubEvents();
    private final Clock clock = Clock.systemUTC();
    private HostileReceiver pages;
    private HostileReceiver dispatcher;
    private PagingRun run;

    @BeforeEach
    void start() throws IOException {
        desk().openCases().forEach(known -> desk().lower(
                        known.id(), WANG, org.ecgnet.ecg.TriageLevel.GREEN, "test is over", clock.instant()));
        pages = HostileReceiver.start();
        dispatcher = HostileReceiver.start();
        run = run(DATABASE.database());
    }

    @AfterEach
    void stop() {
        run.close();
        pages.close();
        dispatcher.close();
    }

    @Test
    void aLethalRedIsAtTheCardiologistsAndThe120sReceiverWithinASecond() {
        Instant made = clock.instant();
        long number = number(red("R03"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(about(pages, number)).isNotEmpty();
            assertThat(about(dispatcher, number)).isNotEmpty();
        });

        assertThat(Duration.between(made, clock.instant())).isLessThan(Duration.ofSeconds(5));
        HostileReceiver.Request page = about(pages, number).get(0);
        HostileReceiver.Request call = about(dispatcher, number).get(0);
        assertThat(verdict(page, PAGE_SECRET)).isEqualTo(StandardWebhooks.Verdict.VALID);
        assertThat(verdict(call, DISPATCH_SECRET)).isEqualTo(StandardWebhooks.Verdict.VALID);
        assertThat(verdict(call, PAGE_SECRET)).isEqualTo(StandardWebhooks.Verdict.SIGNATURE_WRONG);
        JsonNode data = json(call).path("data");
        assertThat(data.path("site").path("phone").asText()).isEqualTo("0912-555");
        assertThat(data.path("site").path("latitude").asDouble()).isEqualTo(33.05);
        assertThat(data.path("patient").path("ageYears").asInt()).isEqualTo(76);
        assertThat(json(call).toString()).doesNotContain("张三").doesNotContain("110105");
        assertThat(json(page).toString()).doesNotContain("张三").doesNotContain("110105");
    }

    @Test
    void aReceiverThatComesUpLateGetsThePage() throws IOException {
        int port = pages.port();
        pages.close();
        long number = number(red("R05"));
        await().atMost(PATIENCE).until(() -> attempted(number));

        pages = HostileReceiver.start(port);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(about(pages, number)).isNotEmpty());
    }

    @Test
    void aRunThatIsKilledAndStartedAgainGoesOnWhereItWas() {
        UUID caseId = red("R05");
        run.close();
        run = run(DATABASE.database());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tiers(number(caseId))).contains("TIER_1", "TIER_2", "TIER_3"));
    }

    @Test
    void onlyTheReadBackStopsTheTiers() {
        UUID caseId = red("R11");
        long number = number(caseId);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tiers(number)).contains("TIER_3"));

        assertThat(desk().acknowledge(caseId, WANG, readBack("李四", "R11"), clock.instant()))
                .isInstanceOf(DeskAnswer.Refused.class);
        long before = tierThree(number);
        await().atMost(PATIENCE).until(() -> tierThree(number) > before);

        assertThat(desk().acknowledge(caseId, WANG, readBack("张三", "R11"), clock.instant()))
                .isInstanceOf(DeskAnswer.Done.class);
        await().atMost(PATIENCE).until(() -> settled(caseId));
        long after = tierThree(number);
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> tierThree(number) == after);
    }

    @Test
    void aClinicThatConfirmsIsNotRung() {
        Exam exam = Reds.store(DATABASE.database(), Reds.ZHANG, clock.instant());
        UUID caseId = publish(Reds.red(DATABASE.database(), exam, clock.instant(), Reds.hard("R05")));
        confirm(exam, 5);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        desk().find(caseId).orElseThrow().handling().clinicSaw())
                .hasValueSatisfying(signed -> assertThat(signed.by()).isEqualTo("李医生")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tiers(number(caseId))).contains("TIER_3"));
        assertThat(tiers(number(caseId))).doesNotContain("CLINIC", "TOWNSHIP");
    }

    @Test
    void aClinicThatDoesNotConfirmIsRungAndThenItsTownship() {
        long number = number(red("R11"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tiers(number)).contains("CLINIC", "TOWNSHIP"));
    }

    @Test
    void thePersonAt120WhoAcceptsIsShownAndACancellationReaches120() {
        UUID caseId = red("R03");
        long number = number(caseId);
        await().atMost(PATIENCE).until(() -> dispatchState(caseId) == DispatchState.RECEIVED);
        String id = json(about(dispatcher, number).get(0))
                .path("data")
                .path("dispatch")
                .asText();
        var callback = new DispatchCallback(DATABASE.database(), events, List.of(CALLBACK_SECRET));
        byte[] body = ("{\"dispatch\":\"" + id + "\",\"state\":\"accepted\",\"by\":\"调度员12\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(callback.handle(
                                StandardWebhooks.headers("c1" + id, clock.instant(), body, List.of(CALLBACK_SECRET)),
                                body,
                                clock.instant())
                        .status())
                .isEqualTo(200);
        assertThat(desk().find(caseId).orElseThrow().dispatch().accepted())
                .hasValueSatisfying(signed -> assertThat(signed.by()).contains("调度员12"));

        desk().cancelDispatch(caseId, WANG, "导联接反", clock.instant());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(about(dispatcher, number))
                .extracting(request -> json(request).path("type").asText())
                .contains("org.ecgnet.dispatch.cancelled.v1"));
    }

    @Test
    void aDatabaseThatIsAwayForAWhileDelaysAPageAndLosesNone() {
        run.close();
        var away = new AwayDatabase(DATABASE.database());
        run = run(away);
        away.gone(true);
        UUID caseId = red("R05");
        await().atMost(PATIENCE).until(() -> away.refused() >= 4);
        assertThat(about(pages, number(caseId))).isEmpty();

        away.gone(false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(about(pages, number(caseId))).isNotEmpty());
    }

    @Test
    void aChannelThatHangsHoldsUpNoOther() throws IOException {
        run.close();
        try (var hanging = HostileReceiver.start()) {
            hanging.hang();
            var roster = new org.ecgnet.hub.roster.OnCallRoster(List.of(
                    PagingBench.contact(org.ecgnet.hub.paging.Recipient.TIER_1, "hanging"),
                    PagingBench.contact(org.ecgnet.hub.paging.Recipient.TIER_1, "page")));
            PagingParts parts = PagingBench.parts(
                    roster,
                    Map.of(
                            "hanging", new WebhookChannel(endpoint(hanging, PAGE_SECRET), "urn:ecgnet:test"),
                            "page", new WebhookChannel(endpoint(pages, PAGE_SECRET), "urn:ecgnet:test")),
                    Optional.empty());
            run = PagingRun.start(DATABASE.database(), events, parts, clock);
            long number = number(red("R05"));

            await().atMost(Duration.ofSeconds(4))
                    .until(() -> !about(pages, number).isEmpty());
        }
    }

    private PagingRun run(Database database) {
        PagingParts parts = new PagingParts(
                "hub-1",
                CountyLadder.of(FAST),
                PagingBench.fullRoster("page"),
                PagingBench.CLINICS,
                Map.of("page", new WebhookChannel(endpoint(pages, PAGE_SECRET), "urn:ecgnet:test")),
                new To120(
                        Optional.of(new DispatchWebhook(endpoint(dispatcher, DISPATCH_SECRET))),
                        Optional.empty(),
                        PagingBench.EVENTS),
                "https://hub.example/case/{case}",
                new RetrySchedule(List.of(Duration.ofMillis(200)), Duration.ofHours(1)),
                Vigilance.DEFAULT);
        return PagingRun.start(database, events, parts, clock);
    }

    private static WebhookEndpoint endpoint(HostileReceiver receiver, WebhookSecret secret) {
        return new WebhookEndpoint(
                new HttpTarget(
                        "test",
                        receiver.url(),
                        new AllowedTargets(List.of("localhost"), true),
                        Duration.ofSeconds(5),
                        Optional.empty()),
                List.of(secret));
    }

    private CriticalDesk desk() {
        return new CriticalDesk(DATABASE.database(), events, CasePolicy.DEFAULT);
    }

    private UUID red(String rule) {
        Exam exam = Reds.store(DATABASE.database(), Reds.ZHANG, clock.instant());
        return publish(Reds.red(
                DATABASE.database(),
                exam,
                clock.instant(),
                rule.equals("R11") ? Reds.suspected(rule) : Reds.hard(rule)));
    }

    private UUID publish(List<HubEvent> made) {
        made.forEach(events::publish);
        return Reds.caseId(made);
    }

    private void confirm(Exam exam, int seq) {
        DATABASE.database().transact(transaction -> transaction
                .repository(IntakeRepository.class)
                .addConfirmation(
                        new ClinicConfirmed(exam.id(), seq, ClinicAction.SEEN, "李医生", clock.instant()),
                        clock.instant()));
        events.publish(new HubEvent.ClinicConfirmed(exam.id(), exam.site()));
    }

    private static ReadBack readBack(String name, String rule) {
        return new ReadBack(Map.of(PatientIdentifier.NAME, name, PatientIdentifier.AGE, "76"), rule);
    }

    private long number(UUID caseId) {
        return desk().find(caseId).orElseThrow().number();
    }

    private static List<HostileReceiver.Request> about(HostileReceiver receiver, long number) {
        return receiver.requests().stream()
                .filter(request -> json(request).path("data").path("case").asLong() == number)
                .toList();
    }

    private List<String> tiers(long number) {
        return about(pages, number).stream()
                .map(request ->
                        json(request).path("data").path("to").path("tier").asText())
                .toList();
    }

    private long tierThree(long number) {
        return tiers(number).stream().filter("TIER_3"::equals).count();
    }

    private boolean settled(UUID caseId) {
        return DATABASE.database().inTransaction(transaction -> {
            var deliveries = transaction.repository(DeliveryRepository.class);
            return deliveries.ofCase(caseId).stream()
                    .filter(delivery -> delivery.step().startsWith("tier"))
                    .allMatch(delivery -> deliveries.state(delivery.id()) != Delivery.State.WAITING);
        });
    }

    private boolean attempted(long number) {
        return DATABASE.database().inTransaction(transaction -> {
            var deliveries = transaction.repository(DeliveryRepository.class);
            return desk().openCases().stream()
                    .filter(known -> known.number() == number)
                    .flatMap(known -> deliveries.ofCase(known.id()).stream())
                    .anyMatch(delivery -> !deliveries.attempts(delivery.id()).isEmpty());
        });
    }

    private DispatchState dispatchState(UUID caseId) {
        return DATABASE.database()
                .inTransaction(transaction -> transaction.repository(DispatchRepository.class).ofCase(caseId).stream()
                        .map(org.ecgnet.hub.dispatch.Dispatch::state)
                        .findFirst()
                        .orElse(DispatchState.SENT));
    }

    private StandardWebhooks.Verdict verdict(HostileReceiver.Request request, WebhookSecret secret) {
        return StandardWebhooks.verify(request.headers(), request.body(), List.of(secret), clock.instant());
    }

    private static JsonNode json(HostileReceiver.Request request) {
        try {
            return new ObjectMapper().readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses every transaction while it is gone. */
    private static final class AwayDatabase implements Database {

        private final Database real;
        private volatile boolean gone;
        private final java.util.concurrent.atomic.AtomicInteger refused =
                new java.util.concurrent.atomic.AtomicInteger();

        AwayDatabase(Database real) {
            this.real = real;
        }

        void gone(boolean now) {
            gone = now;
        }

        int refused() {
            return refused.get();
        }

        @Override
        public <T> T inTransaction(java.util.function.Function<org.ecgnet.hub.store.Transaction, T> work) {
            if (gone) {
                refused.incrementAndGet();
                throw new DatabaseException("database failure, SQLSTATE 57P01", true, new IOException("gone"));
            }
            return real.inTransaction(work);
        }
    }
}
