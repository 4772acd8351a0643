package org.ecgnet.hub.paging.channel.bot;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WeCom's group bot (developer.work.weixin.qq.com, group robots): the key in its address is all that protects it; 20 messages a
 * minute.
 */
public record WeCom() implements BotProtocol {

    private static final String TOO_FAST = "45009";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 18;

    @Override
    public URI address(URI webhook, Instant now) {
        return webhook;
    }

    @Override
    public byte[] body(String text, List<String> mobiles, Instant now) {
        return BotJson.bytes(
                Map.of("msgtype", "text", "text", Map.of("content", text, "mentioned_mobile_list", mobiles)));
    }

    @Override
    public Optional<Refusal> refusal(String answer) {
        return BotJson.refusal(BotJson.read(answer).path("errcode"), TOO_FAST, PAUSE);
    }

    @Override
    public int perMinute() {
        return PER_MINUTE;
    }
}
