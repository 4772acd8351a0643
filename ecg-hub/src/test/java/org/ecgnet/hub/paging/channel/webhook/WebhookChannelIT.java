package org.ecgnet.hub.paging.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.paging.channel.HostileReceiver;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageChannelContract;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.junit.jupiter.api.Test;

class WebhookChannelIT extends PageChannelContract {

    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Override
    protected PageChannel channel(URI target, Optional<Path> trustedCertificates, Duration timeout) {
        return channel(target, trustedCertificates, timeout, List.of("localhost"));
    }

    private static PageChannel channel(URI target, Optional<Path> trusted, Duration timeout, List<String> allow) {
        return new WebhookChannel(
                new WebhookEndpoint(
                        new HttpTarget("page", target, new AllowedTargets(allow, true), timeout, trusted),
                        List.of(SECRET)),
                "urn:ecgnet:test");
    }

    @Test
    void theBodyIsACloudEventSignedByStandardWebhooks() throws IOException {
        send();

        HostileReceiver.Request request = receiver.requests().get(0);
        JsonNode event = new ObjectMapper().readTree(request.body());
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).isEqualTo(PAGE.id());
        assertThat(event.path("type").asText()).isEqualTo("org.ecgnet.page.v1");
        assertThat(event.path("subject").asText()).isEqualTo("case/17");
        assertThat(event.path("data").path("findings").path(0).path("zh").asText())
                .isEqualTo("宽QRS心动过速");
        assertThat(event.path("data").path("link").asText()).isEqualTo("https://hub.example/case/17");
        assertThat(request.headers().get("Content-type")).startsWith("application/cloudevents+json");
        assertThat(StandardWebhooks.verify(request.headers(), request.body(), List.of(SECRET), NOW))
                .isEqualTo(StandardWebhooks.Verdict.VALID);
    }

    @Test
    void aRepeatHasTheSameIdAndBodyButItsOwnTime() {
        send();
        channel(receiver.url(), Optional.empty()).send(PAGE, NOW.plusSeconds(600));

        HostileReceiver.Request first = receiver.requests().get(0);
        HostileReceiver.Request second = receiver.requests().get(1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().get("Webhook-id")).isEqualTo(PAGE.id());
        assertThat(second.headers().get("Webhook-timestamp"))
                .isNotEqualTo(first.headers().get("Webhook-timestamp"));
        assertThat(StandardWebhooks.verify(second.headers(), second.body(), List.of(SECRET), NOW.plusSeconds(600)))
                .isEqualTo(StandardWebhooks.Verdict.VALID);
    }

    @Test
    void aTargetThatIsNotAllowedIsNeverAskedAndTheReasonIsKept() {
        Outcome outcome = channel(
                        receiver.url(), Optional.empty(), Duration.ofSeconds(5), List.of("page.county.example"))
                .send(PAGE, NOW);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.TryAgain.class, again -> assertThat(again.response())
                .contains("not allowed"));
        assertThat(receiver.requests()).isEmpty();
    }
}
