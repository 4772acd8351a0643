package org.ecgnet.hub.console.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;

/** What routes read from a request. What is wrong with a body is an {@link IllegalArgumentException} for people to read. */
public final class Requests {

    private static final int LONGEST_TEXT = 500;

    private Requests() {}

    /** The body; an empty object when there is none, empty when it is no JSON object. */
    public static Optional<JsonObject> body(RoutingContext context) {
        try {
            return Optional.of(
                    Optional.ofNullable(context.body().asJsonObject()).orElseGet(JsonObject::new));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty(); // whoever sent it is told that it is no JSON object
        }
    }

    /** The path's {@code :id} as an exam's; empty when no exam has such a name. */
    public static Optional<ExamId> examId(RoutingContext context) {
        try {
            return Optional.of(ExamId.parse(context.pathParam("id")));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no exam has such a name
        }
    }

    /** The path's {@code :id}; empty when it is no UUID. */
    public static Optional<UUID> id(RoutingContext context) {
        try {
            return Optional.of(UUID.fromString(context.pathParam("id")));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // nothing has such a name
        }
    }

    /** A text of at most 500 characters, without white space around; empty when it is not there. */
    public static String text(JsonObject body, String key) {
        Object value = body.getValue(key, "");
        if (!(value instanceof String said)) {
            throw new IllegalArgumentException(key + ": no text (expected: a text)");
        }
        String text = said.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    key + ": " + text.length() + " characters (expected: " + LONGEST_TEXT + " at most)");
        }
        return text;
    }

    /** The ISO instant of a body. */
    public static Instant instant(JsonObject body, String key) {
        return instant(key, text(body, key));
    }

    /** The ISO instant of the query; empty when it is not there. */
    public static Optional<Instant> instant(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getParam(name))
                .filter(given -> !given.isBlank())
                .map(given -> instant(name, given));
    }

    /** @param name of what is given, for the message */
    public static Instant instant(String name, String given) {
        try {
            return Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + ": no time (expected: as 2026-11-20T08:00:00Z)", e);
        }
    }

    /** One of the constants of {@code type}. */
    public static <E extends Enum<E>> E choice(Class<E> type, JsonObject body, String key) {
        return named(type, text(body, key));
    }

    /** The constant of this name. */
    public static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName()
                        + ": unknown value (expected: one of " + Arrays.toString(type.getEnumConstants()) + ")"));
    }
}
