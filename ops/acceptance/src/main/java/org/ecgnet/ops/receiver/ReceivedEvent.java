package org.ecgnet.ops.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A webhook whose signature is right.
 *
 * @param id of the webhook, the same at every repeat
 * @param receivedAt first arrival of its last byte, to the millisecond
 * @param event the CloudEvent
 */
public record ReceivedEvent(String id, Instant receivedAt, JsonNode event) {

    public String type() {
        return event.path("type").asText();
    }

    public JsonNode data() {
        return event.path("data");
    }
}
