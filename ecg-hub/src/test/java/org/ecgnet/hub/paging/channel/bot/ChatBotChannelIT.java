package org.ecgnet.hub.paging.channel.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.paging.channel.HostileReceiver;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageChannelContract;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bots against a server that answers as the vendors' do: 200 to everything, and a code in the body. */
class ChatBotChannelIT extends PageChannelContract {

    private static final DingTalk DINGTALK = new DingTalk(Optional.of("SEC-demo"));

    @Override
    protected String taken() {
        return "{\"errcode\":0,\"errmsg\":\"ok\"}";
    }

    @Override
    protected PageChannel channel(URI target, Optional<Path> trusted, Duration timeout) {
        return bot(DINGTALK, target, trusted, timeout);
    }

    private static ChatBotChannel bot(BotProtocol protocol, URI target, Optional<Path> trusted, Duration timeout) {
        return new ChatBotChannel(
                protocol,
                new HttpTarget("chat", target, new AllowedTargets(List.of("localhost"), true), timeout, trusted));
    }

    private ChatBotChannel bot(BotProtocol protocol) {
        return bot(protocol, receiver.url(), Optional.empty(), Duration.ofSeconds(10));
    }

    @Test
    void dingTalkIsSignedInTheQueryAndCallsByMobileNumber() throws IOException {
        bot(DINGTALK).send(page(1, "13800000000", false), NOW);

        HostileReceiver.Request request = receiver.requests().get(0);
        JsonNode body = new ObjectMapper().readTree(request.body());
        assertThat(request.query()).startsWith("timestamp=" + NOW.toEpochMilli() + "&sign=");
        assertThat(body.path("text").path("content").asText())
                .contains("危急值", "病例 1", "林河卫生室", "宽QRS心动过速", "https://hub.example/case/17")
                .doesNotContain("演练");
        assertThat(body.path("at").path("atMobiles").path(0).asText()).isEqualTo("13800000000");
    }

    @Test
    void feishuIsSignedInTheBody() throws IOException {
        receiver.answerWithBody("{\"code\":0,\"msg\":\"success\"}");

        assertThat(bot(new Feishu(Optional.of("demo"))).send(PAGE, NOW)).isInstanceOf(Outcome.Delivered.class);

        JsonNode body = new ObjectMapper().readTree(receiver.requests().get(0).body());
        assertThat(body.path("timestamp").asText()).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        assertThat(body.path("sign").asText()).isEqualTo(Feishu.signature("demo", NOW.getEpochSecond()));
        assertThat(body.path("content").path("text").asText()).contains("病例 17");
    }

    @Test
    void weComCallsByMobileNumber() throws IOException {
        bot(new WeCom()).send(page(2, "13800000000", true), NOW);

        JsonNode text =
                new ObjectMapper().readTree(receiver.requests().get(0).body()).path("text");
        assertThat(text.path("mentioned_mobile_list").path(0).asText()).isEqualTo("13800000000");
        assertThat(text.path("content").asText()).startsWith("【演练】");
    }

    @ParameterizedTest(name = "{0}: try again after {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errcode\":130101,\"errmsg\":\"send too fast\"} | 600",
                "{\"errcode\":310000,\"errmsg\":\"sign not match\"} |",
                "<html>login</html> |",
                "{} |",
            })
    void aRefusalInsideA200IsNoDelivery(String answer, Long seconds) {
        receiver.answerWithBody(answer);

        assertThat(bot(DINGTALK).send(PAGE, NOW))
                .isInstanceOfSatisfying(Outcome.TryAgain.class, again -> assertThat(again.notBefore())
                        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    }

    @Test
    void theNineteenthPageInAMinuteIsMergedNotSent() {
        ChatBotChannel bot = bot(DINGTALK);
        for (int number = 1; number <= 18; number++) {
            assertThat(bot.send(page(number, "wang", false), NOW.plusSeconds(number)))
                    .isInstanceOf(Outcome.Delivered.class);
        }

        Outcome nineteenth = bot.send(page(19, "wang", true), NOW.plusSeconds(19));
        Outcome twentieth = bot.send(page(20, "wang", false), NOW.plusSeconds(20));

        assertThat(receiver.requests()).hasSize(18);
        assertThat(nineteenth).isInstanceOfSatisfying(Outcome.TryAgain.class, again -> assertThat(again.notBefore())
                .contains(Duration.ofSeconds(42)));
        assertThat(twentieth).isInstanceOf(Outcome.TryAgain.class);
        Instant later = NOW.plusSeconds(61);
        assertThat(bot.send(page(19, "wang", true), later)).isInstanceOf(Outcome.Delivered.class);
        assertThat(bot.send(page(20, "wang", false), later)).isInstanceOf(Outcome.Delivered.class);
        assertThat(receiver.requests()).hasSize(19);
        String both = new String(receiver.requests().get(18).body(), StandardCharsets.UTF_8);
        assertThat(both.indexOf("病例 20")).isPositive().isLessThan(both.indexOf("【演练】【危急值】病例 19"));
    }

    @Test
    void aMergedPageThatDidNotArriveIsSentAgain() {
        ChatBotChannel bot = bot(DINGTALK);
        for (int number = 1; number <= 18; number++) {
            bot.send(page(number, "wang", false), NOW);
        }
        bot.send(page(19, "wang", false), NOW);
        bot.send(page(20, "wang", false), NOW);
        receiver.answer(500);
        Instant later = NOW.plusSeconds(61);
        assertThat(bot.send(page(19, "wang", false), later)).isInstanceOf(Outcome.TryAgain.class);
        receiver.answerWithBody(taken());

        assertThat(bot.send(page(20, "wang", false), later.plusSeconds(1))).isInstanceOf(Outcome.Delivered.class);

        String body = new String(receiver.requests().get(19).body(), StandardCharsets.UTF_8);
        assertThat(body).contains("病例 20").contains("\"content\"");
        assertThat(bot.send(page(19, "wang", false), later.plusSeconds(2))).isInstanceOf(Outcome.Delivered.class);
    }

    private static PageMessage page(long number, String address, boolean drill) {
        return new PageMessage(
                "id-" + number,
                number,
                PAGE.step(),
                PAGE.urgency(),
                PAGE.to(),
                PAGE.contact(),
                address,
                PAGE.site(),
                PAGE.siteName(),
                PAGE.severity(),
                PAGE.rules(),
                PAGE.link(),
                drill,
                PAGE.pagedAt(),
                PAGE.plannedAt());
    }
}
