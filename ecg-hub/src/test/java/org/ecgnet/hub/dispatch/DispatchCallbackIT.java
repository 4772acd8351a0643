package org.ecgnet.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchCallbackIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookSecret OLD = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    private static final WebhookSecret FORGED = WebhookSecret.parse("whsec_FxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA");

    private final DispatchCallback callback =
            new DispatchCallback(DATABASE.database(), new HubEvents(), List.of(SECRET, OLD));
    private UUID caseId;
    private UUID dispatchId;
    private int calls;

    @BeforeEach
    void dispatch() {
        Requested requested = Requested.in(DATABASE, DispatchState.RECEIVED, "120's server", NOW);
        caseId = requested.caseId();
        dispatchId = requested.dispatchId();
    }

    @Test
    void acceptedDispatchedAndArrivedAreTakenInTurnAndTheClinicHearsOfTheAmbulance() {
        assertThat(say("accepted", SECRET).status()).isEqualTo(200);
        assertThat(known().dispatch().accepted())
                .hasValueSatisfying(signed -> assertThat(signed.by()).isEqualTo("120 调度员12"));
        assertThat(say("dispatched", SECRET).status()).isEqualTo(200);
        assertThat(say("arrived", OLD).status()).isEqualTo(200);

        assertThat(state()).isEqualTo(DispatchState.ARRIVED);
        assertThat(DATABASE
                        .database()
                        .inTransaction(transaction ->
                                transaction.repository(DownlinkRepository.class).waiting(Reds.SITE))
                        .stream()
                        .map(DownlinkRepository.Waiting::message))
                .contains(new CaseProgress(known().examId(), CaseStep.DISPATCHED, "120", NOW));
        assertThat(desk().events(caseId).stream().filter(event -> event.kind() == CaseEvent.Kind.DISPATCH_ANSWERED))
                .hasSize(3);
    }

    @Test
    void aDispatchedWithoutAnAcceptedCountsAsAccepted() {
        say("dispatched", SECRET);

        assertThat(known().dispatch().accepted()).isPresent();
    }

    @Test
    void anAnswerThatGoesBackwardsIsRefused() {
        say("dispatched", SECRET);

        assertThat(say("accepted", SECRET).status()).isEqualTo(409);
        assertThat(state()).isEqualTo(DispatchState.DISPATCHED);
    }

    @Test
    void aReplayedCallbackIsTakenOnce() {
        byte[] body = body("accepted", dispatchId);
        Map<String, String> headers = StandardWebhooks.headers("replay-" + dispatchId, NOW, body, List.of(SECRET));

        assertThat(callback.handle(headers, body, NOW).text()).isEqualTo("taken");
        assertThat(callback.handle(headers, body, NOW.plusSeconds(200)))
                .isEqualTo(new CallbackAnswer(200, "taken before"));
        assertThat(callback.handle(headers, body, NOW.plusSeconds(301)).status())
                .isEqualTo(401);
    }

    @Test
    void aForgedOrUnsignedCallbackChangesNothing() {
        assertThat(say("accepted", FORGED).status()).isEqualTo(401);
        assertThat(callback.handle(Map.of(), body("accepted", dispatchId), NOW).status())
                .isEqualTo(401);

        assertThat(state()).isEqualTo(DispatchState.RECEIVED);
        assertThat(known().dispatch().accepted()).isEmpty();
    }

    @Test
    void aCancellationBy120IsShownWithWhatToDo() {
        assertThat(say("cancelled", SECRET).status()).isEqualTo(200);

        assertThat(known().dispatch().cancelled()).isPresent();
        assertThat(desk().events(caseId))
                .anySatisfy(event -> assertThat(event.detail()).contains("telephone the dispatcher"));
        assertThat(say("accepted", SECRET).status()).isEqualTo(409);
    }

    @Test
    void anUnknownDispatchIsSaidToBeUnknown() {
        byte[] body = body("accepted", UUID.randomUUID());

        assertThat(callback.handle(StandardWebhooks.headers("x", NOW, body, List.of(SECRET)), body, NOW)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "not json",
                "{\"dispatch\":\"x\",\"state\":\"accepted\",\"by\":\"a\"}",
                "{\"dispatch\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"state\":\"received\",\"by\":\"a\"}",
                "{\"dispatch\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"state\":\"accepted\"}",
                "{\"dispatch\":\"7d444840-9dc0-11d1-b245-5ffdce74fad2\",\"state\":{},\"by\":\"a\"}",
            })
    void anAnswerOfAnotherFormIsRefusedWithWhatWasExpected(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);

        assertThat(callback.handle(StandardWebhooks.headers("x", NOW, body, List.of(SECRET)), body, NOW))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.text()).contains("expected");
                });
    }

    private CallbackAnswer say(String state, WebhookSecret secret) {
        byte[] body = body(state, dispatchId);
        calls++;
        return callback.handle(
                StandardWebhooks.headers(dispatchId + "-" + calls, NOW, body, List.of(secret)), body, NOW);
    }

    private static byte[] body(String state, UUID dispatch) {
        return ("{\"specversion\":\"1.0\",\"data\":{\"dispatch\":\"" + dispatch + "\",\"state\":\"" + state
                        + "\",\"by\":\"调度员12\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private CriticalCase known() {
        return desk().find(caseId).orElseThrow();
    }

    private CriticalDesk desk() {
        return new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT);
    }

    private DispatchState state() {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DispatchRepository.class).find(dispatchId))
                .orElseThrow()
                .state();
    }
}
