package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Rung;
import org.ecgnet.hub.paging.Step;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.roster.Call;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.roster.RosterRepository;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the steps of one case that are due together into rows, within one transaction. */
final class StepPlanner {

    private static final Logger LOGGER = LoggerFactory.getLogger(StepPlanner.class);
    private static final String LADDER = "ladder";

    /** Around a moment: enough to know which tiers have shifts at all. */
    private static final Duration ABOUT = Duration.ofDays(7);

    private final PagingParts parts;
    private final Transaction transaction;
    private final CriticalCase known;
    private final Instant now;
    private final List<HubEvent> after;
    private final Map<Reached, Planned> pages = new LinkedHashMap<>();

    StepPlanner(PagingParts parts, Transaction transaction, CriticalCase known, Instant now, List<HubEvent> after) {
        this.parts = parts;
        this.transaction = transaction;
        this.known = known;
        this.now = now;
        this.after = after;
    }

    void plan(Step step) {
        Rung rung = step.rung();
        append(Kind.STEP, rung.name() + " #" + step.occurrence());
        switch (rung.to()) {
            case DISPATCH -> dispatch().request(step);
            case CENTRE -> dispatch().script();
            case CLINIC -> {
                if (rung.urgency() == Urgency.PUSH) {
                    askTheClinic();
                } else {
                    page(step);
                }
            }
            case READER, TIER_1, TIER_2, TIER_3, TOWNSHIP -> page(step);
        }
    }

    /** Writes the pages down: a contact whom several steps reach by one channel gets one, the loudest. */
    void finish() {
        var deliveries = transaction.repository(DeliveryRepository.class);
        pages.forEach((reached, planned) -> deliveries.plan(delivery(reached.contact(), planned)));
    }

    /** The roster of this moment. */
    static OnCallRoster roster(PagingParts parts, Transaction transaction, Instant now) {
        return parts.roster()
                .with(transaction.repository(RosterRepository.class).between(now.minus(ABOUT), now.plus(ABOUT)));
    }

    static String name(Step step) {
        return step.rung().name() + "#" + step.occurrence();
    }

    private DispatchSteps dispatch() {
        return new DispatchSteps(parts, transaction, known, now);
    }

    /** A hole in the roster, or a channel that is down for good, never delays a page: the next in line is told instead. */
    private void page(Step step) {
        Set<String> usable = new HashSet<>(parts.channels().keySet());
        usable.removeAll(transaction.repository(DeliveryRepository.class).disabled());
        OnCallRoster roster = roster(parts, transaction, now);
        Call call = call(roster, step, usable);
        reach(step, call);
        if (!call.contacts().isEmpty()) {
            standIns(step, call);
        } else if (step.rung().to() != Recipient.READER) {
            nobody(step);
            // A disabled channel keeps the page until a person has mended it.
            reach(step, call(roster, step, parts.channels().keySet()));
        }
    }

    private Call call(OnCallRoster roster, Step step, Set<String> channels) {
        return roster.call(step.rung().to(), step.rung().urgency(), known.site(), now, channels);
    }

    private void reach(Step step, Call call) {
        call.contacts()
                .forEach(contact -> pages.merge(
                        new Reached(contact), new Planned(step, step.rung().urgency()), Planned::louder));
    }

    private void standIns(Step step, Call call) {
        String others = call.contacts().stream()
                .filter(contact -> contact.tier() != step.rung().to())
                .map(Contact::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            append(
                    Kind.STOOD_IN,
                    step.rung().name() + ": "
                            + call.gaps().stream()
                                    .map(gap -> gap.tier() + " " + gap.why())
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + "; " + others + " instead");
        }
    }

    private void nobody(Step step) {
        LOGGER.error(
                "case {}: nobody to reach for step {}: put somebody of {} into the roster, and telephone now",
                known.number(),
                step.rung().name(),
                step.rung().to());
        append(
                Kind.NOBODY_TO_PAGE,
                step.rung().name() + ": telephone "
                        + whomToTelephone(step.rung().to()));
    }

    private String whomToTelephone(Recipient to) {
        Clinic clinic = parts.clinic(known.site());
        return to == Recipient.CLINIC ? clinic.name() + " " + clinic.phone() : String.valueOf(to);
    }

    private void askTheClinic() {
        transaction
                .repository(DownlinkRepository.class)
                .add(known.site(), new CaseProgress(known.examId(), CaseStep.CONFIRM_PLEASE, LADDER, now), now);
        after.add(new HubEvent.DownlinkWaiting(known.site()));
    }

    private Delivery delivery(Contact contact, Planned planned) {
        UUID id = UUID.randomUUID();
        Clinic clinic = parts.clinic(known.site());
        List<PageMessage.RuleSentence> rules = new ArrayList<>();
        known.rules()
                .forEach(rule -> rules.add(new PageMessage.RuleSentence(rule.rule(), rule.chinese(), rule.english())));
        Rung rung = planned.step().rung();
        var message = new PageMessage(
                id.toString(),
                known.number(),
                rung.name(),
                planned.urgency(),
                contact.tier(),
                contact.name(),
                contact.address(),
                known.site().value(),
                clinic.name(),
                known.severity().name(),
                rules,
                parts.link(known),
                known.drill(),
                known.clock().pagedAt(),
                now);
        return new Delivery(
                id,
                Optional.of(known.id()),
                known.clock().round(),
                name(planned.step()),
                Optional.of(rung.goal()),
                contact.channel(),
                contact.name(),
                new Content.Page(message),
                now,
                0,
                0);
    }

    private void append(Kind kind, String detail) {
        transaction.repository(CaseRepository.class).append(new CaseEvent(known.id(), kind, LADDER, detail, now));
    }

    /** Whom a page reaches. */
    private record Reached(Contact contact) {}

    /** Which step asked for it, and how loudly. */
    private record Planned(Step step, Urgency urgency) {
        Planned louder(Planned other) {
            return other.urgency().louder(urgency) == urgency ? this : other;
        }
    }
}
