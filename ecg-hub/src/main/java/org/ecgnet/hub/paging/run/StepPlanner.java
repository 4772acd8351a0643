package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Rung;
import org.ecgnet.hub.paging.Step;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the steps of one case that are due together into rows, within one transaction. */
final class StepPlanner {

    private static final Logger LOGGER = LoggerFactory.getLogger(StepPlanner.class);
    private static final String LADDER = "ladder";

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
            case DISPATCH -> toDispatch(step);
            case CENTRE -> append(Kind.DISPATCH_SENT, telephoneScript());
            case CLINIC -> {
                if (rung.urgency() == Urgency.PUSH) {
                    askTheClinic();
                } else {
                    page(step, List.of(Recipient.CLINIC));
                }
            }
            case TOWNSHIP -> page(step, List.of(Recipient.TOWNSHIP));
            case TIER_1 -> page(step, List.of(Recipient.TIER_1, Recipient.TIER_2, Recipient.TIER_3));
            case TIER_2 -> page(step, List.of(Recipient.TIER_2, Recipient.TIER_3, Recipient.TIER_1));
            case TIER_3 -> page(step, List.of(Recipient.TIER_3, Recipient.TIER_2, Recipient.TIER_1));
        }
    }

    /** Writes the pages down: a contact whom several steps reach by one channel gets one, the loudest. */
    void finish() {
        var deliveries = transaction.repository(DeliveryRepository.class);
        pages.forEach((reached, planned) -> deliveries.plan(delivery(reached.contact(), planned)));
    }

    /** A hole in the roster, or a channel that is down for good, never delays a page: the next tier is told instead. */
    private void page(Step step, List<Recipient> tiers) {
        Set<String> usable = new HashSet<>(parts.channels().keySet());
        usable.removeAll(transaction.repository(DeliveryRepository.class).disabled());
        if (reached(step, tiers, usable)) {
            return;
        }
        LOGGER.error(
                "case {}: nobody to reach for step {}: put somebody of {} into 'roster', and telephone now",
                known.number(),
                step.rung().name(),
                step.rung().to());
        append(
                Kind.NOBODY_TO_PAGE,
                step.rung().name() + ": telephone "
                        + whomToTelephone(step.rung().to()));
        // A disabled channel keeps the page until a person has mended it.
        reached(step, tiers, parts.channels().keySet());
    }

    private boolean reached(Step step, List<Recipient> tiers, Set<String> channels) {
        for (Recipient tier : tiers) {
            List<Contact> contacts = parts.roster().onCall(tier, step.rung().urgency(), known.site(), now).stream()
                    .filter(contact -> channels.contains(contact.channel()))
                    .toList();
            if (!contacts.isEmpty()) {
                contacts.forEach(contact -> pages.merge(
                        new Reached(contact), new Planned(step, step.rung().urgency()), Planned::louder));
                return true;
            }
        }
        return false;
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

    private void toDispatch(Step step) {
        if (parts.dispatch().isEmpty()) {
            LOGGER.error("case {}: no way to 120: set 'dispatch.url', and telephone 120 now", known.number());
            append(Kind.NOBODY_TO_PAGE, "dispatch: telephone 120");
            return;
        }
        var dispatch = new Dispatch(UUID.randomUUID(), known.id(), step.round(), DispatchState.SENT, LADDER, now);
        transaction.repository(DispatchRepository.class).add(dispatch);
        Exam exam = transaction
                .repository(ExamRepository.class)
                .find(known.examId())
                .orElseThrow(() -> new IllegalStateException("case " + known.number() + " has no exam"));
        UUID id = UUID.randomUUID();
        var event = parts.dispatchEvents()
                .requested(id, dispatch, known, exam, parts.clinic(known.site()), parts.link(known));
        plan(id, step, new Content.ToDispatch(dispatch.id(), event));
        append(Kind.DISPATCH_SENT, "to 120");
    }

    private void plan(UUID id, Step step, Content content) {
        transaction
                .repository(DeliveryRepository.class)
                .plan(new Delivery(
                        id,
                        known.id(),
                        known.clock().round(),
                        name(step),
                        Optional.of(step.rung().goal()),
                        PagingParts.DISPATCH_CHANNEL,
                        "120",
                        content,
                        now,
                        0,
                        0));
    }

    /** What to say to the dispatcher, without the patient's name. */
    private String telephoneScript() {
        Clinic clinic = parts.clinic(known.site());
        return "telephone 120: case " + known.number() + ", "
                + known.leadingRule().chinese() + " ("
                + known.leadingRule().english() + "), " + clinic.name() + ", " + clinic.address() + ", "
                + clinic.phone() + "; ask them to accept it aloud";
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
                known.id(),
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

    private static String name(Step step) {
        return step.rung().name() + "#" + step.occurrence();
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
