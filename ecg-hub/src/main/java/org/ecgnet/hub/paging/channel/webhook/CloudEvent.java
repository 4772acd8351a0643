package org.ecgnet.hub.paging.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A CloudEvents 1.0 event in structured JSON form. The same event always has the same bytes, so that a repeat is one.
 *
 * @param source URI of the hub
 * @param type reverse domain name with a version
 * @param data values that JSON knows: texts, numbers, flags, lists and maps of them
 */
public record CloudEvent(
        String id, String source, String type, String subject, Instant time, Map<String, Object> data) {

    public static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    public byte[] body() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        try {
            return MAPPER.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + id + " has data that JSON does not know", e);
        }
    }
}
