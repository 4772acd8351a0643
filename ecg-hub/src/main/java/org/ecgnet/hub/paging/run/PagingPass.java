package org.ecgnet.hub.paging.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is due now: steps of cases are written down, due deliveries are claimed and handed to the threads of
 * their channels. Holds no state that the database does not; one caller at a time.
 */
final class PagingPass {

    private static final Logger LOGGER = LoggerFactory.getLogger(PagingPass.class);

    /** Longer than any attempt: settings allow timeouts of 30 s at most. */
    static final Duration LEASE = Duration.ofSeconds(60);

    static final int PLACES = 8;

    private final Database database;
    private final HubEvents events;
    private final Clock clock;
    private final String hub;
    private final LadderWork ladder;
    private final DeliveryResult results;
    private final Map<String, ChannelLane> lanes = new HashMap<>();
    private final Consumer<Runnable> retry;

    /**
     * @param threads threads for each channel, by its name
     * @param retry runs work again after a pause and then asks for another pass
     */
    PagingPass(
            Database database,
            HubEvents events,
            PagingParts parts,
            Clock clock,
            Function<String, Executor> threads,
            Consumer<Runnable> retry) {
        this.database = database;
        this.events = events;
        this.clock = clock;
        this.hub = parts.hub();
        this.ladder = new LadderWork(database, parts);
        this.results = new DeliveryResult(database, parts.retries());
        this.retry = retry;
        parts.channels()
                .forEach((name, channel) -> lanes.put(
                        name,
                        new ChannelLane(
                                (content, now) -> channel.send(((Content.Page) content).message(), now),
                                threads.apply(name),
                                PLACES)));
        parts.dispatch()
                .ifPresent(webhook -> lanes.put(
                        PagingParts.DISPATCH_CHANNEL,
                        new ChannelLane(
                                (content, now) -> webhook.send(((Content.ToDispatch) content).event(), now),
                                threads.apply(PagingParts.DISPATCH_CHANNEL),
                                PLACES)));
    }

    /** Takes back what this hub held when it died, and ends what no channel can send any more. */
    void resume() {
        int lost = database.inTransaction(transaction -> {
            var deliveries = transaction.repository(DeliveryRepository.class);
            deliveries.release(hub);
            return deliveries.endUnknown(lanes.keySet());
        });
        if (lost > 0) {
            LOGGER.error("{} deliveries wait for channels that are not in 'paging.channels': given up", lost);
        }
    }

    /**
     * @return when to run again at the latest; empty when nothing waits
     * @throws DatabaseException when the database fails; run again
     */
    Optional<Instant> run() {
        List<UUID> due = database.inTransaction(
                transaction -> transaction.repository(PageRepository.class).dueBy(clock.instant()));
        for (UUID caseId : due) {
            ladder.advance(caseId, clock.instant()).forEach(events::publish);
        }
        Set<String> open = new HashSet<>(lanes.keySet());
        open.removeAll(database.inTransaction(
                transaction -> transaction.repository(DeliveryRepository.class).disabled()));
        open.forEach(this::send);
        open.removeIf(channel -> lane(channel).free() <= 0);
        return database.inTransaction(transaction -> Stream.of(
                        transaction.repository(PageRepository.class).nextWake(),
                        transaction.repository(DeliveryRepository.class).nextDue(open))
                .flatMap(Optional::stream)
                .min(Instant::compareTo));
    }

    private ChannelLane lane(String channel) {
        ChannelLane lane = lanes.get(channel);
        if (lane == null) {
            throw new IllegalArgumentException("channel: '" + channel + "' (expected: one of " + lanes.keySet() + ")");
        }
        return lane;
    }

    private void send(String channel) {
        ChannelLane lane = lane(channel);
        int free = lane.free();
        if (free <= 0) {
            return;
        }
        Instant now = clock.instant();
        List<Delivery> claimed = database.inTransaction(transaction ->
                transaction.repository(DeliveryRepository.class).claim(hub, channel, now, now.plus(LEASE), free));
        claimed.forEach(delivery -> lane.run(() -> attempt(lane.sender(), delivery)));
    }

    private void attempt(Sender sender, Delivery delivery) {
        Instant startedAt = clock.instant();
        Outcome outcome = outcome(sender, delivery, startedAt);
        Instant endedAt = clock.instant();
        var attempt = new Attempt(
                delivery.id(),
                delivery.attempts() + 1,
                startedAt,
                Duration.between(startedAt, endedAt),
                outcome.getClass().getSimpleName(),
                outcome.status(),
                outcome.response());
        record(delivery, attempt, outcome, endedAt);
    }

    /** A channel that breaks is a channel that failed this time: the next attempt or the next rung follows. */
    private static Outcome outcome(Sender sender, Delivery delivery, Instant now) {
        try {
            return sender.send(delivery.content(), now);
        } catch (RuntimeException e) {
            LOGGER.error("channel '{}' broke on delivery {}", delivery.channel(), delivery.id(), e);
            return new Outcome.TryAgain(java.util.OptionalInt.empty(), String.valueOf(e), Optional.empty());
        }
    }

    private void record(Delivery delivery, Attempt attempt, Outcome outcome, Instant endedAt) {
        try {
            results.record(delivery, attempt, outcome, endedAt).forEach(events::publish);
        } catch (DatabaseException e) {
            // Until it is written down the lease keeps others away; after that it is sent again under the same id.
            LOGGER.warn("attempt at delivery {} is not written down yet: {}", delivery.id(), e.getMessage());
            retry.accept(() -> record(delivery, attempt, outcome, endedAt));
        }
    }
}
