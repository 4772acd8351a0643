package org.ecgnet.hub.paging.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.hub.paging.channel.HostileReceiver;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageChannelContract;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An SMS gateway that answers as a vendor's does. */
class GatewayChannelIT extends PageChannelContract {

    private static final String BODY =
            "{\"phone\":\"{address}\",\"text\":\"{drill}危急值 {case} {site}：{finding} {link}\",\"id\":\"{id}\"}";

    @Override
    protected String taken() {
        return "{\"Code\":\"OK\"}";
    }

    @Override
    protected PageChannel channel(URI target, Optional<Path> trusted, Duration timeout) {
        return channel(target, trusted, timeout, GatewayTemplate.of(BODY, true));
    }

    private static GatewayChannel channel(
            URI target, Optional<Path> trusted, Duration timeout, GatewayTemplate template) {
        return new GatewayChannel(
                new HttpTarget("sms", target, new AllowedTargets(List.of("localhost"), true), timeout, trusted),
                template,
                Map.of("authorization", "APPCODE x"),
                Optional.of(new GatewayChannel.Success("/Code", "OK")));
    }

    @Test
    void theTemplateIsFilledAndTheKeyIsSent() throws IOException {
        send();

        HostileReceiver.Request request = receiver.requests().get(0);
        JsonNode body = new ObjectMapper().readTree(request.body());
        assertThat(body.path("phone").asText()).isEqualTo("wang");
        assertThat(body.path("text").asText()).isEqualTo("危急值 17 林河卫生室：宽QRS心动过速 https://hub.example/case/17");
        assertThat(body.path("id").asText()).isEqualTo(PAGE.id());
        assertThat(request.headers().get("Authorization")).isEqualTo("APPCODE x");
    }

    @Test
    void aFormIsFilledToo() {
        GatewayTemplate form = GatewayTemplate.of("phone={address}&text={site}", false);
        channel(receiver.url(), Optional.empty(), Duration.ofSeconds(10), form).send(PAGE, NOW);

        assertThat(new String(receiver.requests().get(0).body(), StandardCharsets.UTF_8))
                .isEqualTo("phone=wang&text=%E6%9E%97%E6%B2%B3%E5%8D%AB%E7%94%9F%E5%AE%A4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"}", "{}", "<html/>", ""})
    void anOrderThatWasNotTakenIsNoDelivery(String answer) {
        receiver.answerWithBody(answer);

        assertThat(send()).isInstanceOfSatisfying(Outcome.TryAgain.class, again -> assertThat(again.response())
                .isEqualTo("not taken: " + answer));
    }
}
