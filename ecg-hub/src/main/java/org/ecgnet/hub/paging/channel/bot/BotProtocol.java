package org.ecgnet.hub.paging.channel.bot;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How one vendor's bot is spoken to. */
public sealed interface BotProtocol permits DingTalk, Feishu, WeCom {

    /**
     * Where a message goes.
     *
     * @param webhook address that the vendor gave the bot
     * @param now of which a signature is made
     */
    URI address(URI webhook, Instant now);

    /**
     * A message's JSON body.
     *
     * @param mobiles of whom it calls by name, as far as the vendor's bot can
     */
    byte[] body(String text, List<String> mobiles, Instant now);

    /**
     * What the vendor says went wrong; empty when the message stands in the chat. Bots answer 200 to everything.
     *
     * @param answer body of an answer with status 200
     */
    Optional<Refusal> refusal(String answer);

    /** Messages a minute that the vendor takes, less a reserve. */
    int perMinute();

    /**
     * A message that the vendor did not take.
     *
     * @param pause how long to leave the bot alone; empty when that would not help more than any retry
     */
    record Refusal(String code, Optional<Duration> pause) {}
}
