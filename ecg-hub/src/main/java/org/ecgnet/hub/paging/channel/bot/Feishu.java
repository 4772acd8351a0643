package org.ecgnet.hub.paging.channel.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Feishu's group bot (open.feishu.cn, custom bots): {@code seconds LF secret} is the key and nothing is signed, the other way
 * about than DingTalk; the signature goes into the body. It takes 100 messages a minute and 5 a second.
 *
 * @param secret of the bot; empty when it is set to know its callers by keyword or address
 */
public record Feishu(Optional<String> secret) implements BotProtocol {

    private static final String TOO_FAST = "11232";
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int PER_MINUTE = 90;

    @Override
    public URI address(URI webhook, Instant now) {
        return webhook;
    }

    static String signature(String secret, long seconds) {
        return BotJson.hmac((seconds + "\n" + secret).getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** A text bot cannot call anybody by mobile number. */
    @Override
    public byte[] body(String text, List<String> mobiles, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        secret.ifPresent(known -> {
            body.put("timestamp", String.valueOf(now.getEpochSecond()));
            body.put("sign", signature(known, now.getEpochSecond()));
        });
        body.put("msg_type", "text");
        body.put("content", Map.of("text", text));
        return BotJson.bytes(body);
    }

    @Override
    public Optional<Refusal> refusal(String answer) {
        JsonNode read = BotJson.read(answer);
        JsonNode code = read.has("code") ? read.path("code") : read.path("StatusCode");
        return BotJson.refusal(code, TOO_FAST, PAUSE);
    }

    @Override
    public int perMinute() {
        return PER_MINUTE;
    }
}
