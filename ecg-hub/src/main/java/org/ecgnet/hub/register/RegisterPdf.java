package org.ecgnet.hub.register;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgnet.hub.paper.Ink;
import org.ecgnet.hub.paper.Paper;
import org.ecgnet.hub.paper.PaperFonts;
import org.ecgnet.hub.paper.Sheet;

/** The register on paper: a block a case, its columns in two, on standing A4 pages. Used by one thread. */
public final class RegisterPdf {

    private static final double MARGIN = 14;
    private static final double RIGHT = 196;
    private static final double MIDDLE = 106;
    private static final double TOP = 24;
    private static final double BOTTOM = 282;
    private static final double SIZE = 2.7;
    private static final double LINE = 4;
    private static final double NAME_WIDTH = 30;
    private static final Ink INK = Ink.line(0x15202B, 0.2);
    private static final Ink MUTED = Ink.line(0x465361, 0.1);

    private final Paper document;
    private final String county;
    private final RegisterLanguage language;
    private Sheet sheet;
    private double y;

    private RegisterPdf(Paper document, String county, RegisterLanguage language) {
        this.language = language;
        this.document = document;
        this.county = county;
        this.sheet = page();
        this.y = TOP;
    }

    /** @throws org.ecgnet.hub.paper.PaperException when it cannot be made */
    public static byte[] write(
            List<Map<RegisterColumn, String>> rows,
            String county,
            String printedBy,
            Instant printedAt,
            ZoneId zone,
            RegisterLanguage language,
            PaperFonts fonts) {
        try (var document = new Paper(fonts, "Register of critical values")) {
            var pdf = new RegisterPdf(document, county, language);
            rows.forEach(pdf::block);
            pdf.feet("打印 printed " + printedBy + " " + RegisterText.time(printedAt, zone));
            return document.bytes();
        }
    }

    private Sheet page() {
        Sheet next = document.portrait();
        next.text(INK, MARGIN, 14, 5, county + "  危急值登记 / register of critical values");
        next.line(INK, MARGIN, 17, RIGHT, 17);
        return next;
    }

    private void block(Map<RegisterColumn, String> row) {
        List<Cell> cells = new ArrayList<>();
        for (RegisterColumn column : RegisterColumn.values()) {
            String value = row.getOrDefault(column, "");
            if (!value.isEmpty()) {
                cells.add(new Cell(language.of(column), sheet.wrapped(SIZE, MIDDLE - MARGIN - NAME_WIDTH - 2, value)));
            }
        }
        int half = (cells.size() + 1) / 2;
        double high = Math.max(height(cells.subList(0, half)), height(cells.subList(half, cells.size())));
        if (y + high > BOTTOM && y > TOP) {
            sheet = page();
            y = TOP;
        }
        column(MARGIN, cells.subList(0, half));
        column(MIDDLE, cells.subList(half, cells.size()));
        y += high + 2;
        sheet.line(MUTED, MARGIN, y - 3, RIGHT, y - 3);
        y += 3;
    }

    private static double height(List<Cell> cells) {
        return cells.stream().mapToInt(cell -> cell.lines().size()).sum() * LINE;
    }

    private void column(double left, List<Cell> cells) {
        double at = y;
        for (Cell cell : cells) {
            sheet.text(MUTED, left, at, SIZE, cell.name());
            for (String line : cell.lines()) {
                sheet.text(INK, left + NAME_WIDTH, at, SIZE, line);
                at += LINE;
            }
        }
    }

    private void feet(String words) {
        List<Sheet> sheets = document.sheets();
        for (int page = 0; page < sheets.size(); page++) {
            sheets.get(page).text(MUTED, MARGIN, 290, 2.4, words);
            sheets.get(page).textEndingAt(MUTED, RIGHT, 290, 2.4, "第 " + (page + 1) + " / " + sheets.size() + " 页");
        }
    }

    private record Cell(String name, List<String> lines) {}
}
