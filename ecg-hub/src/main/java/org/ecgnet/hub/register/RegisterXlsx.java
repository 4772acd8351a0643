package org.ecgnet.hub.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.ecgnet.hub.paper.PaperException;

/** The register as an XLSX workbook; every cell is a text, and so none can be a formula. */
public final class RegisterXlsx {

    private static final int LONGEST_CELL = 32_767; // of the format

    private static final int WIDE = 40; // characters
    private static final int NARROW = 16;

    private RegisterXlsx() {}

    /** One line a row, below the column names in both languages. */
    public static byte[] write(List<Map<RegisterColumn, String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "ecg-hub", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("危急值登记");
            List<RegisterColumn> columns = List.of(RegisterColumn.values());
            for (int at = 0; at < columns.size(); at++) {
                RegisterColumn column = columns.get(at);
                sheet.value(0, at, column.chinese() + " " + column.english());
                sheet.style(0, at).bold().wrapText(true).set();
                sheet.width(at, column == RegisterColumn.CONTENT ? WIDE : NARROW);
                for (int row = 0; row < rows.size(); row++) {
                    String value = rows.get(row).getOrDefault(column, "");
                    if (!value.isEmpty()) {
                        sheet.value(row + 1, at, cut(value));
                    }
                }
            }
            sheet.freezePane(1, 1);
        } catch (IOException e) {
            throw new PaperException("the workbook cannot be written", e);
        }
        return out.toByteArray();
    }

    private static String cut(String value) {
        return value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) : value;
    }
}
