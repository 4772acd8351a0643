package org.ecgnet.hub.paging.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.DeskAnswer;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.dispatch.CallbackAnswer;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.paging.run.ChannelRepository.Receipt;
import org.ecgnet.hub.paging.run.ChannelRepository.Sent;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;

/**
 * Takes what SMS and voice gateways say of a message afterwards, signed as a Standard Webhook: {@code {"id": ID, "state":
 * "delivered" | "answered" | "failed", "digits": "1"}}. The key 1 accepts the case: it holds the ladder and answers
 * nothing. A failure makes the next rung due at once. Blocks on the database; safe for use by many threads.
 */
public final class ReceiptDesk {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ACCEPT = "1";

    private final Database database;
    private final HubEvents events;
    private final CriticalDesk desk;
    private final List<WebhookSecret> secrets;

    /** @param secrets live secrets by which the gateways, or what stands between them and the hub, sign */
    public ReceiptDesk(Database database, HubEvents events, CriticalDesk desk, List<WebhookSecret> secrets) {
        this.database = database;
        this.events = events;
        this.desk = desk;
        this.secrets = List.copyOf(secrets);
    }

    /**
     * @param headers of the request, names in any case
     * @throws DatabaseException when the database fails; the gateway sends it again
     */
    public CallbackAnswer handle(Map<String, String> headers, byte[] body, Instant now) {
        StandardWebhooks.Verdict verdict = StandardWebhooks.verify(headers, body, secrets, now);
        if (verdict != StandardWebhooks.Verdict.VALID) {
            return new CallbackAnswer(401, "not taken: " + verdict.name().toLowerCase(Locale.ROOT));
        }
        Optional<Said> said = Said.read(body);
        if (said.isEmpty()) {
            return new CallbackAnswer(400, "expected: id, state (delivered, answered or failed) and digits");
        }
        String webhookId = header(headers, StandardWebhooks.ID);
        Optional<Sent> sent = database.inTransaction(transaction ->
                transaction.repository(ChannelRepository.class).sent(said.get().delivery()));
        if (sent.isEmpty()) {
            return new CallbackAnswer(404, "no page " + said.get().delivery());
        }
        boolean before = database.inTransaction(
                transaction -> transaction.repository(ChannelRepository.class).taken(webhookId));
        if (before) {
            return new CallbackAnswer(200, "taken before");
        }
        String accepted = said.get().accepts() ? accept(sent.get(), now) : "";
        take(webhookId, said.get(), sent.get(), accepted, now);
        return new CallbackAnswer(200, "taken" + accepted);
    }

    /** Before the receipt is written down: a crash between them repeats the key, and a key twice holds once. */
    private String accept(Sent sent, Instant now) {
        Optional<CriticalCase> known = desk.find(sent.caseId());
        if (known.isEmpty() || known.get().clock().round() != sent.round()) {
            return ", key 1 is about an earlier page";
        }
        DeskAnswer answer =
                desk.accept(sent.caseId(), new Person("telephone:" + sent.contact(), sent.contact() + " (按键 1)"), now);
        return answer instanceof DeskAnswer.Refused refused
                ? ", key 1: " + refused.refusal().reason()
                : ", key 1 holds the ladder";
    }

    private void take(String webhookId, Said said, Sent sent, String accepted, Instant now) {
        boolean first = database.inTransaction(transaction -> {
            var channels = transaction.repository(ChannelRepository.class);
            if (!channels.take(webhookId, now)) {
                return false;
            }
            channels.receipt(said.delivery(), said.receipt(), now);
            var cases = transaction.repository(CaseRepository.class);
            cases.append(new CaseEvent(
                    sent.caseId(),
                    CaseEvent.Kind.RECEIPT,
                    sent.contact(),
                    sent.step() + " by " + sent.channel() + ": " + said.receipt() + accepted,
                    now));
            transaction.repository(PageRepository.class).wakeAt(sent.caseId(), Optional.of(now));
            return true;
        });
        if (first) {
            desk.find(sent.caseId())
                    .ifPresent(known -> events.publish(new HubEvent.CaseChanged(known.id(), known.examId())));
        }
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** What the gateway says. */
    private record Said(UUID delivery, Receipt receipt, boolean accepts) {

        static Optional<Said> read(byte[] body) {
            try {
                JsonNode root = MAPPER.readTree(body);
                JsonNode said = root.path("data").isObject() ? root.path("data") : root;
                boolean key = said.path("digits").asText().equals(ACCEPT);
                Receipt receipt =
                        switch (said.path("state").asText().toLowerCase(Locale.ROOT)) {
                            case "delivered" -> Receipt.ARRIVED;
                            case "answered" -> key ? Receipt.ANSWERED : Receipt.ARRIVED;
                            case "failed" -> Receipt.FAILED;
                            default -> throw new IllegalArgumentException("state");
                        };
                boolean accepts = key && receipt != Receipt.FAILED;
                return Optional.of(new Said(
                        UUID.fromString(said.path("id").asText()), accepts ? Receipt.ANSWERED : receipt, accepts));
            } catch (IOException | IllegalArgumentException e) {
                return Optional.empty(); // whoever sent it is told what is expected
            }
        }
    }
}
