package org.ecgnet.ops.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ecgnet.ops.county.Played;
import org.ecgnet.ops.program.ProgramException;

/** Sex and age that a WFDB header tells in its comments, such as {@code #Age: 37} and {@code #Sex: Male}. */
final class RecordedPatient {

    private static final int UNKNOWN_AGE = -1;

    private RecordedPatient() {}

    static Played of(Path header) {
        try {
            List<String> lines = Files.readAllLines(header, StandardCharsets.ISO_8859_1);
            return Played.recording(header, sex(comment(lines, "sex")), age(comment(lines, "age")));
        } catch (IOException e) {
            throw new ProgramException("cannot read " + header, e);
        }
    }

    private static String comment(List<String> lines, String key) {
        return lines.stream()
                .map(line -> line.toLowerCase(Locale.ROOT).replace(" ", ""))
                .filter(line -> line.startsWith("#" + key + ":"))
                .map(line -> line.substring(key.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static String sex(String said) {
        return switch (said) {
            case "male", "m" -> "MALE";
            case "female", "f" -> "FEMALE";
            default -> "UNKNOWN";
        };
    }

    private static int age(String said) {
        return said.matches("[0-9]{1,3}") && Integer.parseInt(said) <= 130 ? Integer.parseInt(said) : UNKNOWN_AGE;
    }
}
