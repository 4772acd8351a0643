package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what came of an attempt, and what follows from it. */
final class DeliveryResult {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryResult.class);
    private static final int ATTEMPTS_UNTIL_ERROR = 5;

    private final Database database;
    private final RetrySchedule retries;

    DeliveryResult(Database database, RetrySchedule retries) {
        this.database = database;
        this.retries = retries;
    }

    /**
     * @param endedAt when the answer was there
     * @return what to tell the listeners
     */
    List<HubEvent> record(Delivery delivery, Attempt attempt, Outcome outcome, Instant endedAt) {
        return database.inTransaction(transaction -> {
            List<HubEvent> after = new ArrayList<>();
            var deliveries = transaction.repository(DeliveryRepository.class);
            Delivery.State state = state(delivery, outcome, endedAt);
            Instant next = endedAt.plus(retries.pauseAfter(attempt.number()));
            if (outcome instanceof Outcome.TryAgain again && again.notBefore().isPresent()) {
                next = later(next, endedAt.plus(again.notBefore().get()));
            }
            boolean ours = deliveries.record(delivery, attempt, state, next);
            if (outcome instanceof Outcome.Gone) {
                disable(deliveries, delivery, attempt, endedAt);
            }
            if (ours && state == Delivery.State.DELIVERED) {
                delivered(transaction, delivery, endedAt, after);
            } else if (ours && state == Delivery.State.DEAD) {
                dead(transaction, delivery, attempt, endedAt, after);
            } else if (state != Delivery.State.DELIVERED) {
                failed(delivery, attempt);
            }
            if (ours && state != Delivery.State.DELIVERED) {
                lookAgain(transaction, delivery, attempt, endedAt);
            }
            return after;
        });
    }

    private Delivery.State state(Delivery delivery, Outcome outcome, Instant endedAt) {
        if (outcome instanceof Outcome.Delivered) {
            return Delivery.State.DELIVERED;
        }
        boolean givenUp = outcome instanceof Outcome.Gone
                || !endedAt.isBefore(delivery.plannedAt().plus(retries.giveUpAfter()));
        return givenUp ? Delivery.State.DEAD : Delivery.State.WAITING;
    }

    /** A page that does not arrive may make the next rung due at once: at its first failure. */
    private static void lookAgain(Transaction transaction, Delivery delivery, Attempt attempt, Instant now) {
        if (attempt.number() == 1) {
            delivery.caseId()
                    .ifPresent(caseId ->
                            transaction.repository(PageRepository.class).wakeAt(caseId, Optional.of(now)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void disable(DeliveryRepository deliveries, Delivery delivery, Attempt attempt, Instant now) {
        deliveries.disable(delivery.channel(), "HTTP " + attempt.status().orElse(0), now);
        LOGGER.error(
                "channel '{}' answered 410 Gone and is disabled: nobody is paged by it; mend its 'url' and start the hub again",
                delivery.channel());
    }

    private static void failed(Delivery delivery, Attempt attempt) {
        if (attempt.number() == ATTEMPTS_UNTIL_ERROR) {
            LOGGER.error(
                    "delivery {} by channel '{}' failed {} times, last: {}; look at its receiver, reach {} by telephone",
                    delivery.id(),
                    delivery.channel(),
                    attempt.number(),
                    attempt.outcome() + " " + attempt.status(),
                    delivery.contact());
        } else if (attempt.number() == 1) {
            LOGGER.warn(
                    "delivery {} by channel '{}' failed, is tried again: {} {}",
                    delivery.id(),
                    delivery.channel(),
                    attempt.outcome(),
                    attempt.status());
        }
    }

    private static void delivered(Transaction transaction, Delivery delivery, Instant now, List<HubEvent> after) {
        append(transaction, delivery, Kind.DELIVERED, delivery.step() + " by " + delivery.channel(), now);
        Optional<CriticalCase> known = caseOf(transaction, delivery);
        known.ifPresent(found -> after.add(new HubEvent.CaseChanged(found.id(), found.examId())));
        if (delivery.content() instanceof Content.ToDispatch sent) {
            received(transaction.repository(DispatchRepository.class), sent, now);
        } else if (known.isPresent()
                && transaction
                                .repository(DeliveryRepository.class)
                                .delivered(known.get().id(), delivery.round())
                        == 1) {
            CriticalCase found = known.get();
            transaction
                    .repository(DownlinkRepository.class)
                    .add(found.site(), new CaseProgress(found.examId(), CaseStep.PAGED, delivery.contact(), now), now);
            after.add(new HubEvent.DownlinkWaiting(found.site()));
        }
    }

    private static void received(DispatchRepository dispatches, Content.ToDispatch sent, Instant now) {
        Optional<Dispatch> dispatch = dispatches.find(sent.dispatchId());
        dispatch.filter(found -> found.state() == DispatchState.SENT)
                .ifPresent(found -> dispatches.save(found.in(DispatchState.RECEIVED, "120's server", now)));
    }

    private static void dead(
            Transaction transaction, Delivery delivery, Attempt attempt, Instant now, List<HubEvent> after) {
        LOGGER.error(
                "delivery {} by channel '{}' is given up after {} attempts; reach {} by telephone now",
                delivery.id(),
                delivery.channel(),
                attempt.number(),
                delivery.contact());
        append(transaction, delivery, Kind.DELIVERY_FAILED, delivery.step() + " by " + delivery.channel(), now);
        caseOf(transaction, delivery)
                .ifPresent(found -> after.add(new HubEvent.CaseChanged(found.id(), found.examId())));
    }

    private static Optional<CriticalCase> caseOf(Transaction transaction, Delivery delivery) {
        return delivery.caseId()
                .flatMap(caseId -> transaction.repository(CaseRepository.class).find(caseId));
    }

    private static void append(Transaction transaction, Delivery delivery, Kind kind, String detail, Instant now) {
        delivery.caseId().ifPresent(caseId -> transaction
                .repository(CaseRepository.class)
                .append(new CaseEvent(caseId, kind, delivery.contact(), detail, now)));
    }
}
