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
import java.util.function.Function;
import java.util.stream.Stream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.dispatch.DispatchWebhook;
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
    static final Duration LEASE = Duration.ofMinutes(1);

    static final int PLACES = 8;

    private static final Duration BROKEN_CASE_PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final HubEvents events;
    private final Clock clock;
    private final String hub;
    private final LadderWork ladder;
    private final YellowWork yellow;
    private final DeliveryResult results;
    private final Map<String, ChannelLane> lanes = new HashMap<>();
    private final Wake wake;

    /**
     * @param threads threads for each channel, by its name
     */
    PagingPass(
            Database database,
            HubEvents events,
            PagingParts parts,
            Clock clock,
            Function<String, Executor> threads,
            Wake wake) {
        this.database = database;
        this.events = events;
        this.clock = clock;
        this.hub = parts.hub();
        this.ladder = new LadderWork(database, parts);
        this.yellow = new YellowWork(database, parts);
        this.results = new DeliveryResult(database, parts.retries());
        this.wake = wake;
        parts.channels()
                .forEach((name, channel) -> lanes.put(
                        name,
                        new ChannelLane(
                                (content, now) -> channel.send(((Content.Page) content).message(), now),
                                threads.apply(name),
                                PLACES)));
        dispatchLane(To120.CHANNEL, parts.to120().webhook(), threads);
        dispatchLane(To120.DRILL_CHANNEL, parts.to120().drills(), threads);
    }

    private void dispatchLane(String name, Optional<DispatchWebhook> webhook, Function<String, Executor> threads) {
        webhook.ifPresent(post -> lanes.put(
                name,
                new ChannelLane(
                        (content, now) -> post.send(((Content.ToDispatch) content).event(), now),
                        threads.apply(name),
                        PLACES)));
    }

    /**
     * Takes back what this hub held when it died, and ends what no channel can send any more. A channel that was told
     * to stop gets another chance: the start is where its address was mended.
     */
    void resume() {
        int lost = database.inTransaction(transaction -> {
            var deliveries = transaction.repository(DeliveryRepository.class);
            deliveries.release(hub);
            deliveries.disabled().forEach(deliveries::enable);
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
        boolean broken = false;
        for (UUID caseId : due) {
            broken |= !advanced(caseId);
        }
        Optional<Instant> yellowDue = yellowDue();
        Set<String> open = new HashSet<>(lanes.keySet());
        open.removeAll(database.inTransaction(
                transaction -> transaction.repository(DeliveryRepository.class).disabled()));
        open.forEach(this::send);
        open.removeIf(channel -> lane(channel).free() <= 0);
        Optional<Instant> next = database.inTransaction(transaction -> Stream.of(
                        yellowDue,
                        transaction.repository(PageRepository.class).nextWake(),
                        transaction.repository(DeliveryRepository.class).nextDue(open))
                .flatMap(Optional::stream)
                .min(Instant::compareTo));
        Instant soon = clock.instant().plus(BROKEN_CASE_PAUSE);
        return broken ? next.filter(soon::isBefore).or(() -> Optional.of(soon)) : next;
    }

    /** Unread yellow exams keep no red from being paged, whatever happens. */
    private Optional<Instant> yellowDue() {
        try {
            return yellow.advance(clock.instant());
        } catch (DatabaseException e) {
            if (e.retryable()) {
                throw e;
            }
            LOGGER.error("unread yellow exams cannot be looked for: the duty reader is not paged; report this", e);
            return Optional.empty();
        }
    }

    /** One case that cannot be advanced keeps no other from being paged. */
    private boolean advanced(UUID caseId) {
        try {
            ladder.advance(caseId, clock.instant()).forEach(events::publish);
            return true;
        } catch (DatabaseException e) {
            if (e.retryable()) {
                throw e;
            }
            LOGGER.error("case {} cannot be advanced: NOBODY IS PAGED about it; telephone now, report this", caseId, e);
        } catch (RuntimeException e) {
            LOGGER.error("case {} cannot be advanced: NOBODY IS PAGED about it; telephone now, report this", caseId, e);
        }
        return false;
    }

    /** The case of the exam is due now. */
    void lookAt(ExamId examId) {
        database.transact(transaction -> transaction
                .repository(CaseRepository.class)
                .ofExam(examId)
                .ifPresent(known ->
                        transaction.repository(PageRepository.class).wakeAt(known.id(), Optional.of(clock.instant()))));
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
            wake.now();
        } catch (DatabaseException e) {
            // Until it is written down the lease keeps others away; after that it is sent again under the same id.
            LOGGER.warn("attempt at delivery {} is not written down yet: {}", delivery.id(), e.getMessage());
            wake.later(() -> record(delivery, attempt, outcome, endedAt));
        } catch (RuntimeException e) {
            LOGGER.error("attempt at delivery {} cannot be written down; it is sent again", delivery.id(), e);
        }
    }

    /** How work of other threads asks for another pass. */
    interface Wake {

        void now();

        /** Does the work after a pause. */
        void later(Runnable work);
    }
}
