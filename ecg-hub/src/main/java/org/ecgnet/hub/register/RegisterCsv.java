package org.ecgnet.hub.register;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The register as CSV (RFC 4180), UTF-8 with a byte order mark, so that spreadsheets in Chinese read it. A value that a
 * spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
 */
public final class RegisterCsv {

    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private RegisterCsv() {}

    /** One line a row, below the column names in both languages. */
    public static byte[] write(List<Map<RegisterColumn, String>> rows) {
        var text = new StringBuilder(MARK);
        List<RegisterColumn> columns = List.of(RegisterColumn.values());
        line(text, columns.stream().map(column -> column.chinese() + " " + column.english()));
        for (Map<RegisterColumn, String> row : rows) {
            line(text, columns.stream().map(column -> row.getOrDefault(column, "")));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, Stream<String> values) {
        text.append(values.map(RegisterCsv::field).collect(Collectors.joining(",")))
                .append(END);
    }

    /** One value as a file holds it. */
    public static String field(String value) {
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
