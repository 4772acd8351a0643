package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.delivery.DeliveryFilter;
import org.ecgnet.hub.delivery.DeliveryLogRepository;
import org.ecgnet.hub.delivery.LoggedDelivery;
import org.ecgnet.hub.delivery.ReplayDesk;
import org.ecgnet.hub.dispatch.DispatchEvents;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.dispatch.DispatchWebhook;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.HostileReceiver;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookEndpoint;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 120's server is a real one that is down, comes back and misbehaves; only the time is moved by hand. */
class DispatchOutageIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration APART = Duration.ofDays(10);
    private static final Person WANG = new Person("wang", "王医生");
    private static final WebhookSecret FRESH = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret OLD = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static int made = 1_000;
    private static Instant next = Instant.parse("2026-03-01T02:00:00Z");

    /** Each test has days of its own. */
    private final Instant start = next;

    private final HandMovedClock clock = new HandMovedClock(start);
    private HostileReceiver receiver;
    private PagingPass pass;

    @BeforeEach
    void receiver() throws IOException {
        next = start.plus(APART);
        receiver = HostileReceiver.start();
        var endpoint = new WebhookEndpoint(
                new HttpTarget(
                        "dispatch",
                        URI.create("http://127.0.0.1:" + receiver.port() + "/hook"),
                        new AllowedTargets(List.of("127.0.0.1"), true),
                        Duration.ofSeconds(2),
                        Optional.empty()),
                List.of(FRESH, OLD));
        pass = PagingBench.pass(
                DATABASE.database(),
                PagingBench.parts(
                        PagingBench.fullRoster("page"),
                        Map.of("page", new FakeChannel()),
                        Optional.of(new DispatchWebhook(endpoint))),
                clock);
    }

    @AfterEach
    void close() {
        desk().openCases().forEach(known -> {
            desk().lower(known.id(), WANG, org.ecgnet.ecg.TriageLevel.GREEN, "test", clock.instant());
        });
        pass.run();
        receiver.close();
    }

    @Test
    void tenMinutesDownLoseNothingKeepTheOrderOfACaseAndRepeatNothing() throws IOException {
        int port = receiver.port();
        receiver.close();
        UUID called = red();
        UUID other = red();
        run(300);
        desk().cancelDispatch(called, WANG, "wrong patient", clock.instant());
        run(360);
        desk().orderDispatch(called, WANG, clock.instant());
        run(600);
        assertThat(log(called)).extracting(LoggedDelivery::state).contains(Delivery.State.WAITING);

        receiver = HostileReceiver.start(port);
        run(665);

        assertThat(types(called))
                .containsExactly("cancelled of dispatch 1", "requested of dispatch 2")
                .doesNotHaveDuplicates();
        assertThat(types(other)).containsExactly("requested of dispatch 1");
        assertThat(ids()).doesNotHaveDuplicates().hasSize(3);
        assertThat(log(called))
                .filteredOn(delivery -> delivery.state() == Delivery.State.WAITING)
                .isEmpty();
        assertThat(dispatchState(other)).isEqualTo(DispatchState.RECEIVED);
    }

    @Test
    void aRequestThatIsCalledOffWhileItIsOnItsWayReachesThereBeforeItsCancellation() {
        receiver.answer(500);
        UUID caseId = red();
        run(5);
        desk().cancelDispatch(caseId, WANG, "wrong patient", clock.instant());
        receiver.answer(200);
        run(70);

        assertThat(types(caseId)).endsWith("cancelled of dispatch 1").startsWith("requested of dispatch 1");
        assertThat(types(caseId))
                .filteredOn(type -> type.startsWith("cancelled"))
                .hasSize(1);
    }

    @Test
    void anAnswerThatGetsLostIsAskedForAgainUnderTheSameIdAndBytes() {
        receiver.reset();
        UUID caseId = red();
        run(1);
        receiver.answer(200);
        run(10);

        List<HostileReceiver.Request> requests = requests(caseId);
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).body()).isEqualTo(requests.get(1).body());
        assertThat(ids()).containsOnly(ids().get(0));
    }

    @Test
    void everyMessageIsSignedWithBothLiveSecrets() {
        red();
        run(1);

        HostileReceiver.Request request = receiver.requests().get(0);
        for (WebhookSecret secret : List.of(FRESH, OLD)) {
            assertThat(StandardWebhooks.verify(request.headers(), request.body(), List.of(secret), clock.instant()))
                    .isEqualTo(StandardWebhooks.Verdict.VALID);
        }
    }

    @Test
    void aReplayByIdOrBySpanSendsTheSameAgainSoThatAReceiverKnowsIt() {
        UUID caseId = red();
        run(10);
        Map<String, byte[]> first = bodies();
        var replays = new ReplayDesk(DATABASE.database(), new HubEvents(), Set.of("120", "page"));
        LoggedDelivery request = log(caseId).stream()
                .filter(delivery -> delivery.channel().equals("120"))
                .findFirst()
                .orElseThrow();

        clock.moveBy(Duration.ofDays(2));
        receiver.answer(500);
        assertThat(replays.replay(List.of(request.id(), UUID.randomUUID()), "chen", clock.instant()))
                .isEqualTo(1);
        pass.run();
        receiver.answer(200);
        clock.moveBy(Duration.ofMinutes(2));
        pass.run();
        assertThat(replays.replay(
                        new DeliveryFilter(
                                start,
                                start.plusSeconds(60),
                                Optional.of("120"),
                                EnumSet.of(Delivery.State.DELIVERED),
                                OptionalLong.empty()),
                        "chen",
                        clock.instant()))
                .isEqualTo(first.size());
        pass.run();

        assertThat(ids()).hasSize(4).containsOnly(request.id().toString());
        assertThat(bodies().get(request.id().toString()))
                .isEqualTo(first.get(request.id().toString()));
        assertThat(log(caseId)).anySatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(delivery.replayedAt()).contains(clock.instant());
        });
        assertThat(DATABASE.count("audit where action = 'DELIVERY_REPLAYED' and actor = 'chen'"))
                .isEqualTo(2);
    }

    @Test
    void whatHasNoChannelAnyMoreIsNotPretendedToBeSent() {
        UUID caseId = red();
        run(10);

        assertThat(new ReplayDesk(DATABASE.database(), new HubEvents(), Set.of("page"))
                        .replay(
                                log(caseId).stream()
                                        .filter(delivery -> delivery.channel().equals("120"))
                                        .map(LoggedDelivery::id)
                                        .toList(),
                                "chen",
                                clock.instant()))
                .isZero();
    }

    @Test
    void everyAttemptIsInTheLogWithItsAnswer() {
        receiver.answer(500);
        UUID caseId = red();
        run(3);

        LoggedDelivery request = log(caseId).stream()
                .filter(delivery -> delivery.channel().equals("120"))
                .findFirst()
                .orElseThrow();
        assertThat(request.attempts()).isEqualTo(2);
        assertThat(request.lastStatus()).hasValue(500);
        List<Attempt> attempts = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DeliveryRepository.class).attempts(request.id()));
        assertThat(attempts).extracting(Attempt::response).containsOnly("status 500");
    }

    private void run(long seconds) {
        PagingBench.runUntil(pass, clock, start.plusSeconds(seconds));
    }

    private UUID red() {
        var exam = Reds.store(DATABASE.database(), Reds.patient("张三", "outage" + made++, 70), clock.instant());
        return Reds.caseId(Reds.red(DATABASE.database(), exam, clock.instant(), Reds.hard("R03")));
    }

    private static CriticalDesk desk() {
        return new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT);
    }

    private List<LoggedDelivery> log(UUID caseId) {
        long number = desk().find(caseId).orElseThrow().number();
        return DATABASE.database().inTransaction(transaction -> transaction
                .repository(DeliveryLogRepository.class)
                .find(
                        new DeliveryFilter(
                                start,
                                start.plus(Duration.ofDays(3)),
                                Optional.empty(),
                                EnumSet.allOf(Delivery.State.class),
                                OptionalLong.of(number)),
                        100));
    }

    private static DispatchState dispatchState(UUID caseId) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DispatchRepository.class).ofCase(caseId))
                .get(0)
                .state();
    }

    private List<HostileReceiver.Request> requests(UUID caseId) {
        long number = desk().find(caseId).orElseThrow().number();
        return receiver.requests().stream()
                .filter(request -> event(request).at("/data/case").asLong() == number)
                .toList();
    }

    /** What came about the case, in the order of its coming. */
    private List<String> types(UUID caseId) {
        Map<String, Integer> numbers = new TreeMap<>();
        DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DispatchRepository.class).ofCase(caseId))
                .forEach(dispatch -> numbers.put(dispatch.id().toString(), dispatch.number()));
        return requests(caseId).stream()
                .map(DispatchOutageIT::event)
                .map(event -> (event.path("type").asText().equals(DispatchEvents.CANCELLED) ? "cancelled" : "requested")
                        + " of dispatch "
                        + numbers.get(event.at("/data/dispatch").asText()))
                .toList();
    }

    private List<String> ids() {
        return receiver.requests().stream()
                .map(DispatchOutageIT::event)
                .map(event -> event.path("id").asText())
                .toList();
    }

    private Map<String, byte[]> bodies() {
        Map<String, byte[]> bodies = new TreeMap<>();
        receiver.requests()
                .forEach(request -> bodies.put(event(request).path("id").asText(), request.body()));
        return bodies;
    }

    private static JsonNode event(HostileReceiver.Request request) {
        try {
            return MAPPER.readTree(new String(request.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
