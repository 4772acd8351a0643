package org.ecgnet.edge.page;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;

/** Reads what the page sends. Everything may be missing; a wrong type or value is an {@link IllegalArgumentException}. */
final class RequestJson {

    private static final int MOST_TEXT = 100;
    private static final int MOST_SECONDS = 3600;

    private RequestJson() {}

    static StartRequest start(JsonObject body) {
        JsonObject patient = object(body, "patient");
        JsonObject symptoms = object(body, "symptoms");
        return new StartRequest(
                new Patient(
                        optionalText(patient, "name"),
                        optionalText(patient, "identityNumber"),
                        sex(patient),
                        whole(patient, "ageYears", 0, 130)),
                new Symptoms(
                        flag(symptoms, "chestPain"),
                        flag(symptoms, "syncope"),
                        flag(symptoms, "dyspnoea"),
                        flag(symptoms, "shock")),
                optionalText(body, "operator").orElse(""),
                whole(body, "seconds", 1, MOST_SECONDS),
                flag(body, "emergency"),
                flag(body, "drill"));
    }

    private static JsonObject object(JsonObject in, String key) {
        Object value = in.getValue(key);
        if (value == null) {
            return new JsonObject();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException(key + " (expected: an object)");
    }

    private static Optional<String> optionalText(JsonObject in, String key) {
        Object value = in.getValue(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && text.length() <= MOST_TEXT) {
            return Optional.of(text.strip()).filter(some -> !some.isEmpty());
        }
        throw new IllegalArgumentException(key + " (expected: a text of at most " + MOST_TEXT + " characters)");
    }

    private static Sex sex(JsonObject patient) {
        String name = optionalText(patient, "sex").orElse(Sex.UNKNOWN.name());
        for (Sex sex : Sex.values()) {
            if (sex.name().equals(name)) {
                return sex;
            }
        }
        throw new IllegalArgumentException("sex (expected: MALE, FEMALE or UNKNOWN)");
    }

    private static OptionalInt whole(JsonObject in, String key, int from, int to) {
        Object value = in.getValue(key);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Integer number && number >= from && number <= to) {
            return OptionalInt.of(number);
        }
        throw new IllegalArgumentException(key + " (expected: a whole number from " + from + " to " + to + ")");
    }

    private static boolean flag(JsonObject in, String key) {
        Object value = in.getValue(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException(key + " (expected: true or false)");
    }
}
