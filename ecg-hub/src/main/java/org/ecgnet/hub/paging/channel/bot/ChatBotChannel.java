package org.ecgnet.hub.paging.channel.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.channel.PageWords;
import org.ecgnet.hub.paging.channel.http.HttpPost;
import org.ecgnet.hub.paging.channel.http.HttpTarget;

/**
 * Pages a group chat. A bot that talks too fast is blocked for minutes: above the vendor's rate pages wait here and are merged
 * into the next message, drills last. What waits is also in the database; a hub that dies sends it again.
 */
public final class ChatBotChannel implements PageChannel {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Of a merged message; the vendors cut or refuse texts of 2 to 20 kB. */
    private static final int MOST_MERGED = 10;

    private static final int REMEMBERED = 1000;

    private final BotProtocol protocol;
    private final HttpTarget target;
    private final HttpPost post;
    private final Deque<Instant> sentAt = new ArrayDeque<>();
    private final Map<String, PageMessage> waiting = new LinkedHashMap<>();
    private final Map<String, OptionalInt> merged = new LinkedHashMap<>();

    public ChatBotChannel(BotProtocol protocol, HttpTarget target) {
        this.protocol = protocol;
        this.target = target;
        this.post = new HttpPost(target);
    }

    @Override
    public Outcome send(PageMessage message, Instant now) {
        List<PageMessage> together;
        synchronized (waiting) {
            OptionalInt status = merged.remove(message.id());
            if (status != null) {
                return new Outcome.Delivered(status, "merged into another message");
            }
            waiting.put(message.id(), message);
            Optional<Duration> pause = pause(now);
            if (pause.isPresent()) {
                return new Outcome.TryAgain(
                        OptionalInt.empty(), "more than " + protocol.perMinute() + " a minute", pause);
            }
            sentAt.add(now);
            together = take(message);
        }
        Outcome outcome = post(together, now);
        synchronized (waiting) {
            settle(together, message, outcome);
        }
        return outcome;
    }

    /** How long until the vendor takes another message; empty when it does now. */
    private Optional<Duration> pause(Instant now) {
        while (!sentAt.isEmpty() && !sentAt.peekFirst().isAfter(now.minus(MINUTE))) {
            sentAt.removeFirst();
        }
        return sentAt.size() < protocol.perMinute()
                ? Optional.empty()
                : Optional.of(Duration.between(now, sentAt.peekFirst().plus(MINUTE)));
    }

    /** This page and the others that wait, in the order of the message: drills last, then as they came. */
    private List<PageMessage> take(PageMessage message) {
        List<PageMessage> together = new ArrayList<>();
        together.add(message);
        waiting.values().stream()
                .filter(other -> !other.id().equals(message.id()))
                .sorted(Comparator.comparing(PageMessage::drill))
                .limit(MOST_MERGED - 1L)
                .forEach(together::add);
        together.sort(Comparator.comparing(PageMessage::drill));
        together.forEach(page -> waiting.remove(page.id()));
        return together;
    }

    /** What went out with another page needs no message of its own; what did not waits again. */
    private void settle(List<PageMessage> together, PageMessage own, Outcome outcome) {
        for (PageMessage page : together) {
            if (!(outcome instanceof Outcome.Delivered)) {
                waiting.putIfAbsent(page.id(), page);
            } else if (!page.id().equals(own.id())) {
                merged.put(page.id(), outcome.status());
            }
        }
        while (merged.size() > REMEMBERED) {
            merged.remove(merged.keySet().iterator().next());
        }
    }

    private Outcome post(List<PageMessage> together, Instant now) {
        String text = together.stream().map(PageWords::of).collect(Collectors.joining("\n\n"));
        List<String> mobiles = together.stream()
                .map(PageMessage::address)
                .filter(address -> address.matches("\\+?[0-9]{5,15}"))
                .distinct()
                .toList();
        Outcome outcome = post.send(
                protocol.address(target.uri(), now),
                Map.of("content-type", "application/json; charset=utf-8"),
                protocol.body(text, mobiles, now),
                now);
        if (!(outcome instanceof Outcome.Delivered delivered)) {
            return outcome;
        }
        return protocol.refusal(delivered.response())
                .<Outcome>map(refusal -> new Outcome.TryAgain(
                        delivered.status(), refusal.code() + ": " + delivered.response(), refusal.pause()))
                .orElse(delivered);
    }
}
