package org.ecgnet.hub.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What 120 says: {@code {"dispatch": ID, "state": "accepted", "by": NAME, "note": TEXT}}, bare or as the {@code data}
 * of a CloudEvent.
 *
 * @param state accepted, dispatched, arrived or cancelled
 * @param by who there; never empty
 */
record DispatchAnswer(UUID dispatch, DispatchState state, String by, String note) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_TEXT = 200;

    /** Empty when the body says no such thing. */
    static Optional<DispatchAnswer> read(byte[] body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            JsonNode said = root.path("data").isObject() ? root.path("data") : root;
            DispatchState state =
                    DispatchState.valueOf(said.path("state").asText().toUpperCase(Locale.ROOT));
            String by = text(said, "by");
            if (by.isEmpty() || !state.taken() && state != DispatchState.CANCELLED) {
                return Optional.empty();
            }
            return Optional.of(
                    new DispatchAnswer(UUID.fromString(said.path("dispatch").asText()), state, by, text(said, "note")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    private static String text(JsonNode said, String name) {
        String text = said.path(name).asText().strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
