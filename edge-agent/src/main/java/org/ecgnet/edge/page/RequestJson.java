package org.ecgnet.edge.page;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.edge.store.ClinicDeed;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;

/** Reads what the page sends. Everything may be missing; a wrong type or value is an {@link IllegalArgumentException}. */
final class RequestJson {

    private static final int MOST_TEXT = 200;
    private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_SECONDS = 3600;

    private RequestJson() {}

    static StartRequest start(JsonObject body) {
        JsonObject symptoms = object(body, "symptoms");
        return new StartRequest(
                patient(body),
                new Symptoms(
                        flag(symptoms, "chestPain"),
                        flag(symptoms, "syncope"),
                        flag(symptoms, "dyspnoea"),
                        flag(symptoms, "shock")),
                bedside(object(body, "bedside")),
                optionalText(body, "operator").orElse(""),
                whole(body, "seconds", 1, MOST_SECONDS),
                flag(body, "emergency"),
                flag(body, "drill"));
    }

    /** The patient in a body. */
    static Patient patient(JsonObject body) {
        JsonObject patient = object(body, "patient");
        return new Patient(
                optionalText(patient, "name"),
                optionalText(patient, "identityNumber"),
                sex(patient),
                whole(patient, "ageYears", 0, 130));
    }

    private static Bedside bedside(JsonObject in) {
        return new Bedside(
                time(in, "onset"),
                whole(in, "oxygenPercent", 30, 100),
                whole(in, "systolicMmHg", 30, 300),
                whole(in, "diastolicMmHg", 10, 200));
    }

    private static Optional<Instant> time(JsonObject in, String key) {
        try {
            return optionalText(in, key).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + " (expected: a time such as 2026-03-01T08:00:00Z)");
        }
    }

    /** What the clinic did or says. */
    static ClinicDeed deed(JsonObject body) {
        String name = text(body, "action");
        for (ClinicAction action : ClinicAction.values()) {
            if (action.name().equals(name)) {
                return new ClinicDeed(action, text(body, "by"), text(body, "words"));
            }
        }
        throw new IllegalArgumentException("action (expected: one of " + List.of(ClinicAction.values()) + ")");
    }

    /** A span of days and, when given, a part of a name or the end of an identity number. */
    static HistoryQuery history(JsonObject body) {
        return new HistoryQuery(
                time(body, "from").orElse(Instant.EPOCH), time(body, "to").orElse(FAR), text(body, "text"));
    }

    /** A text; empty when it is missing. */
    static String text(JsonObject in, String key) {
        return optionalText(in, key).orElse("");
    }

    static JsonObject object(JsonObject in, String key) {
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

    static boolean flag(JsonObject in, String key) {
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
