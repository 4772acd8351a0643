package org.ecgnet.hub.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of comma-separated values (RFC 4180), UTF-8 with a byte order mark, so that spreadsheets in Chinese read it. A
 * text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); a number is
 * written as it is.
 */
public final class CsvFile {

    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder text = new StringBuilder(MARK);

    /** One more line. */
    public void line(Object... values) {
        line(Arrays.stream(values));
    }

    /** One more line: numbers as they are, everything else as text. */
    public void line(Stream<?> values) {
        text.append(values.map(value -> value instanceof Number ? value.toString() : field(value.toString()))
                        .collect(Collectors.joining(",")))
                .append(END);
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text as a file holds it. */
    static String field(String value) {
        String safe = harmless(value);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** Spaces before it do not keep some spreadsheets from reading a formula. */
    private static String harmless(String value) {
        String stripped = value.stripLeading();
        boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0
                || !stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
