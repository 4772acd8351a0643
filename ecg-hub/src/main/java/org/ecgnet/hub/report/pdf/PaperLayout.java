package org.ecgnet.hub.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;

/** How twelve leads stand on the paper. Every column shows the same seconds as the strips beneath it. */
public enum PaperLayout {
    /** Three rows of four leads, 2.5 s each, and lead II for 10 s. */
    THREE_BY_FOUR_RHYTHM("3x4+1R", 3, new EcgArea(16, 64, 53, 24), 30, 20),
    /** Six rows of two leads, 5 s each. */
    SIX_BY_TWO("6x2", 6, new EcgArea(16, 64, 53, 24), 20, 15),
    /** Twelve rows of 10 s. */
    TWELVE_BY_ONE("12x1", 12, new EcgArea(16, 54, 53, 26), 10, 10);

    static final double SECONDS = 10;

    private final String label;
    private final int rows;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final EcgArea area;

    private final double rowMillimetres;
    private final double firstBaseline;

    /** @param firstBaseline of the first row, below the area's top, on a heavy line: most of an ECG is above it */
    PaperLayout(String label, int rows, EcgArea area, double rowMillimetres, double firstBaseline) {
        this.label = label;
        this.rows = rows;
        this.area = area;
        this.rowMillimetres = rowMillimetres;
        this.firstBaseline = firstBaseline;
    }

    public String label() {
        return label;
    }

    EcgArea area() {
        return area;
    }

    double rowMillimetres() {
        return rowMillimetres;
    }

    /** Of a row, counted from 0, in millimetres of the page. */
    double baseline(int row) {
        return area.top() + firstBaseline + rowMillimetres * row;
    }

    /** A lead and its seconds of the ten. */
    record Cell(Lead lead, double from, double to) {}

    /** From the top; each row from the left. */
    List<List<Cell>> rows() {
        List<List<Cell>> all = new ArrayList<>();
        int columns = Lead.STANDARD_12.size() / rows;
        double seconds = SECONDS / columns;
        for (int row = 0; row < rows; row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(
                        new Cell(Lead.STANDARD_12.get(column * rows + row), column * seconds, (column + 1) * seconds));
            }
            all.add(cells);
        }
        if (this == THREE_BY_FOUR_RHYTHM) {
            all.add(List.of(new Cell(Lead.II, 0, SECONDS)));
        }
        return all;
    }
}
