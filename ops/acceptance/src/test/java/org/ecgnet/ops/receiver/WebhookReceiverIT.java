package org.ecgnet.ops.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookReceiverIT {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final WebhookReceiver receiver = WebhookReceiver.start(0, SECRET);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void theHubsSignatureIsGenuineToIndependentCode() throws Exception {
        assertThat(post("a", Instant.now(), SECRET)).isEqualTo(200);

        assertThat(receiver.await(event -> event.type().equals("test"), Duration.ofSeconds(1)))
                .hasValueSatisfying(event -> {
                    assertThat(event.id()).isEqualTo("a");
                    assertThat(event.data().path("n").asInt()).isEqualTo(7);
                    assertThat(event.receivedAt()).isBetween(Instant.now().minusSeconds(5), Instant.now());
                });
    }

    @Test
    void aRepeatIsTakenOnceAndCounted() throws Exception {
        post("a", Instant.now(), SECRET);
        post("a", Instant.now(), SECRET);

        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.arrivals("a")).isEqualTo(2);
    }

    @Test
    void aForgedOrOldMessageIsRefused() throws Exception {
        assertThat(post("a", Instant.now(), OTHER)).isEqualTo(401);
        assertThat(post("b", Instant.now().minusSeconds(600), SECRET)).isEqualTo(401);

        assertThat(receiver.received()).isEmpty();
        assertThat(receiver.refusals()).hasSize(2);
    }

    @Test
    void misbehavesAsOftenAsToldAndThenTakesTheMessage() throws Exception {
        receiver.misbehave(List.of(Misbehaviour.status(500), Misbehaviour.busy(1)));

        assertThat(List.of(post("a", Instant.now(), SECRET), post("a", Instant.now(), SECRET)))
                .containsExactly(500, 429);
        assertThat(post("a", Instant.now(), SECRET)).isEqualTo(200);
    }

    @Test
    void waitingForWhatDoesNotComeEnds() throws Exception {
        assertThat(receiver.await(event -> true, Duration.ofMillis(20))).isEmpty();
    }

    private int post(String id, Instant at, String secret) throws IOException, InterruptedException {
        byte[] body = ("{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"type\":\"test\",\"data\":{\"n\":7}}")
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = StandardWebhooks.headers(id, at, body, List.of(WebhookSecret.parse(secret)));
        URI url = receiver.url();
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
