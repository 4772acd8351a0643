package org.ecgnet.hub.register;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ecgnet.hub.csv.CsvFile;

/** The register as a file of comma-separated values. */
public final class RegisterCsv {

    private RegisterCsv() {}

    /** One line a row, below the column names in both languages. */
    public static byte[] write(List<Map<RegisterColumn, String>> rows) {
        var file = new CsvFile();
        RegisterColumn[] columns = RegisterColumn.values();
        file.line(Arrays.stream(columns).map(column -> column.chinese() + " " + column.english()));
        for (Map<RegisterColumn, String> row : rows) {
            file.line(Arrays.stream(columns).map(column -> row.getOrDefault(column, "")));
        }
        return file.bytes();
    }
}
