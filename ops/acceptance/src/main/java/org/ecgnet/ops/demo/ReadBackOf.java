package org.ecgnet.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgnet.ops.program.ProgramException;

/** Repeats what a case shows, as a cardiologist reads it from the screen. */
final class ReadBackOf {

    private ReadBackOf() {}

    static Map<String, Object> exam(JsonNode exam) {
        Map<String, Object> identifiers = new LinkedHashMap<>();
        for (JsonNode asked : exam.at("/case/identifiers")) {
            String kind =
                    asked.isTextual() ? asked.asText() : asked.path("kind").asText();
            identifier(kind, exam).ifPresent(value -> identifiers.put(kind, value));
            if (identifiers.size() == 2) {
                break;
            }
        }
        String rule = exam.at("/case/answerable/0/rule").asText();
        if (identifiers.size() < 2 || rule.isEmpty()) {
            throw new ProgramException("the case does not say what to read back: " + exam.at("/case/identifiers") + ", "
                    + exam.at("/case/answerable"));
        }
        return Map.of("identifiers", identifiers, "rule", rule);
    }

    private static java.util.Optional<String> identifier(String kind, JsonNode exam) {
        String value =
                switch (kind) {
                    case "NAME" -> exam.at("/patient/name").asText();
                    case "IDENTITY_NUMBER" -> exam.at("/patient/identityNumber").asText();
                    case "AGE" -> exam.at("/patient/ageYears").asText();
                    case "EXAM_CODE" -> exam.at("/code").asText();
                    case "SITE" -> exam.at("/site").asText();
                    default -> "";
                };
        return value.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(value);
    }
}
