package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of Markdown. */
final class Markdown {

    private Markdown() {}

    /** A table and the empty line after it. */
    static List<String> table(List<String> head, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(head));
        lines.add("|" + "---|".repeat(head.size()));
        rows.forEach(cells -> lines.add(row(cells)));
        lines.add("");
        return lines;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** A number with so many digits behind the point; a dash for none. */
    static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "-";
    }

    static String number(double value) {
        return number(value, 1);
    }
}
