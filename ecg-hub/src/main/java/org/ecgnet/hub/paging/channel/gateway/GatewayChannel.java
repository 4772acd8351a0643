package org.ecgnet.hub.paging.channel.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.channel.http.HttpPost;
import org.ecgnet.hub.paging.channel.http.HttpTarget;

/** Pages by a text message or a call that a gateway makes. That it took the order is a delivery; an answer is a person's. */
public final class GatewayChannel implements PageChannel {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpPost post;
    private final GatewayTemplate template;
    private final Map<String, String> headers;
    private final Optional<Success> success;

    /**
     * What the answer of a gateway must say that answers 200 to everything.
     *
     * @param field of the JSON answer, as {@code /Code}
     * @param value that it must have, as {@code OK}
     */
    public record Success(String field, String value) {}

    /**
     * @param headers such as those by which the gateway knows the county
     * @param success empty where a status of 2xx says that the order was taken
     */
    public GatewayChannel(
            HttpTarget target, GatewayTemplate template, Map<String, String> headers, Optional<Success> success) {
        this.post = new HttpPost(target);
        this.template = template;
        this.headers = Map.copyOf(headers);
        this.success = success;
    }

    @Override
    public Outcome send(PageMessage message, Instant now) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", template.mediaType());
        all.put("idempotency-key", message.id());
        Outcome outcome = post.send(all, template.body(message), now);
        boolean refused =
                outcome instanceof Outcome.Delivered && success.isPresent() && !said(outcome.response(), success.get());
        return refused
                ? new Outcome.TryAgain(outcome.status(), "not taken: " + outcome.response(), Optional.empty())
                : outcome;
    }

    private static boolean said(String answer, Success success) {
        try {
            JsonNode read = MAPPER.readTree(answer);
            return read != null && read.at(success.field()).asText().equals(success.value());
        } catch (JsonProcessingException e) {
            return false; // the answer is kept with the attempt, word for word
        }
    }
}
