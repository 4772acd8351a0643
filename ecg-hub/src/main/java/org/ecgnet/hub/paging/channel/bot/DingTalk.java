package org.ecgnet.hub.paging.channel.bot;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DingTalk's group bot (open.dingtalk.com, custom robots): the secret signs {@code milliseconds LF secret}, the signature goes
 * into the query; more than 20 messages a minute block it for ten minutes.
 *
 * @param secret the one that begins with SEC; empty when the bot is set to know its callers by keyword or address
 */
public record DingTalk(Optional<String> secret) implements BotProtocol {

    private static final String TOO_FAST = "130101";
    private static final Duration BLOCKED = Duration.ofMinutes(10);
    private static final int PER_MINUTE = 18;

    @Override
    public URI address(URI webhook, Instant now) {
        if (secret.isEmpty()) {
            return webhook;
        }
        String join = webhook.getRawQuery() == null ? "?" : "&";
        return URI.create(webhook + join + "timestamp=" + now.toEpochMilli() + "&sign="
                + URLEncoder.encode(signature(secret.get(), now.toEpochMilli()), StandardCharsets.UTF_8));
    }

    static String signature(String secret, long millis) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        return BotJson.hmac(key, (millis + "\n" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] body(String text, List<String> mobiles, Instant now) {
        return BotJson.bytes(Map.of(
                "msgtype", "text",
                "text", Map.of("content", text),
                "at", Map.of("atMobiles", mobiles, "isAtAll", false)));
    }

    @Override
    public Optional<Refusal> refusal(String answer) {
        return BotJson.refusal(BotJson.read(answer).path("errcode"), TOO_FAST, BLOCKED);
    }

    @Override
    public int perMinute() {
        return PER_MINUTE;
    }
}
