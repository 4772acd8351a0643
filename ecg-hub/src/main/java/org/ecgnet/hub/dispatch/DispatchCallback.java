package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.store.Database;

/**
 * Takes 120's answers: signed as a Standard Webhook, each taken once. Blocks on the database; safe for use by many
 * threads.
 */
public final class DispatchCallback {

    private final AnswerTaking taking;
    private final List<WebhookSecret> secrets;

    /** @param secrets live secrets by which 120 signs */
    public DispatchCallback(Database database, HubEvents events, List<WebhookSecret> secrets) {
        this.taking = new AnswerTaking(database, events);
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
        AnswerTaken taken = taking.take(answer.get(), now, dispatches -> dispatches.firstTime(webhookId(headers), now));
        if (taken instanceof AnswerTaken.Unknown unknown) {
            return new CallbackAnswer(404, "no dispatch " + unknown.dispatch());
        }
        if (taken instanceof AnswerTaken.Past past) {
            return new CallbackAnswer(
                    409, "it is " + past.dispatch().state().name().toLowerCase(Locale.ROOT) + " already");
        }
        return new CallbackAnswer(200, taken instanceof AnswerTaken.Repeated ? "taken before" : "taken");
    }

    private static String webhookId(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(StandardWebhooks.ID))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
