package org.ecgnet.ops.evaluate.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values with quotes and lines within quotes (RFC 4180); the first row names the columns. */
public final class CsvTable {

    private final String text;
    private int at;

    private CsvTable(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The rows by column name; a cell that a row does not have is empty. */
    public static List<Map<String, String>> rows(String text) {
        CsvTable table = new CsvTable(text);
        List<String> names = table.row();
        List<Map<String, String>> rows = new ArrayList<>();
        while (table.at < table.text.length()) {
            List<String> cells = table.row();
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < names.size(); column++) {
                row.put(names.get(column), column < cells.size() ? cells.get(column) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (quoted && c == '"' && at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                cell.append(c);
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
