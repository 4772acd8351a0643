package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseEvent.Kind;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;

/**
 * Takes 120's answers: signed as a Standard Webhook, each taken once. Blocks on the database; safe for use by many
 * threads.
 */
public final class DispatchCallback {

    private final Database database;
    private final HubEvents events;
    private final List<WebhookSecret> secrets;

    /** @param secrets live secrets by which 120 signs */
    public DispatchCallback(Database database, HubEvents events, List<WebhookSecret> secrets) {
        this.database = database;
        this.events = events;
        this.secrets = List.copyOf(secrets);
    }

    /** @param headers of the request, names in any case */
    public CallbackAnswer handle(Map<String, String> headers, byte[] body, Instant now) {
        StandardWebhooks.Verdict verdict = StandardWebhooks.verify(headers, body, secrets, now);
        if (verdict != StandardWebhooks.Verdict.VALID) {
            return new CallbackAnswer(401, "not taken: " + verdict.name().toLowerCase(Locale.ROOT));
        }
        Optional<DispatchAnswer> answer = DispatchAnswer.read(body);
        if (answer.isEmpty()) {
            return new CallbackAnswer(
                    400, "expected: dispatch, state (accepted, dispatched, arrived or cancelled) and by");
        }
        List<HubEvent> after = new ArrayList<>();
        CallbackAnswer taken = database.inTransaction(transaction -> {
            after.clear();
            return take(transaction, webhookId(headers), answer.get(), now, after);
        });
        after.forEach(events::publish);
        return taken;
    }

    private static CallbackAnswer take(
            Transaction transaction, String webhookId, DispatchAnswer answer, Instant now, List<HubEvent> after) {
        var dispatches = transaction.repository(DispatchRepository.class);
        Optional<UUID> caseId = dispatches.find(answer.dispatch()).map(Dispatch::caseId);
        if (caseId.isEmpty()) {
            return new CallbackAnswer(404, "no dispatch " + answer.dispatch());
        }
        CriticalCase known = transaction
                .repository(CaseRepository.class)
                .lock(caseId.get())
                .orElseThrow(() -> new IllegalStateException("dispatch " + answer.dispatch() + " has no case"));
        if (!dispatches.firstTime(webhookId, now)) {
            return new CallbackAnswer(200, "taken before");
        }
        // Read again under the case's lock: two answers may come at once.
        Dispatch dispatch = dispatches.find(answer.dispatch()).orElseThrow();
        if (!dispatch.state().mayBecome(answer.state())) {
            return new CallbackAnswer(409, "it is " + dispatch.state().name().toLowerCase(Locale.ROOT) + " already");
        }
        dispatches.save(dispatch.in(answer.state(), answer.by(), now));
        change(transaction, known, answer, now);
        after.add(new HubEvent.CaseChanged(known.id(), known.examId()));
        if (answer.state() == DispatchState.DISPATCHED) {
            transaction
                    .repository(DownlinkRepository.class)
                    .add(known.site(), new CaseProgress(known.examId(), CaseStep.DISPATCHED, "120", now), now);
            after.add(new HubEvent.DownlinkWaiting(known.site()));
        }
        return new CallbackAnswer(200, "taken");
    }

    private static void change(Transaction transaction, CriticalCase known, DispatchAnswer answer, Instant now) {
        var cases = transaction.repository(CaseRepository.class);
        String who = "120 " + answer.by();
        String note = answer.note().isEmpty() ? "" : ": " + answer.note();
        if (answer.state() == DispatchState.CANCELLED) {
            cases.save(known.dispatchCancelled(new Signed(who, now)));
            cases.append(new CaseEvent(
                    known.id(),
                    Kind.DISPATCH_CANCELLED,
                    who,
                    "120 called it off: telephone the dispatcher" + note,
                    now));
        } else {
            if (known.dispatch().accepted().isEmpty()) {
                cases.save(known.dispatchAccepted(new Signed(who, now)));
            }
            cases.append(new CaseEvent(known.id(), Kind.DISPATCH_ANSWERED, who, answer.state() + note, now));
        }
        transaction.repository(PageRepository.class).wakeAt(known.id(), Optional.of(now));
    }

    private static String webhookId(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(StandardWebhooks.ID))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
