package org.ecgnet.hub.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.hub.paper.Ink;
import org.ecgnet.hub.paper.Sheet;

/** The ruled part of the paper: lines of 1 and 5 mm. Millimetres of the page. */
record EcgArea(double left, double top, int boxesWide, int boxesHigh) {

    static final double BOX = 5;
    private static final Ink LIGHT = Ink.line(0xF3C9C4, 0.1);
    private static final Ink HEAVY = Ink.line(0xE09A94, 0.25);

    double right() {
        return left + boxesWide * BOX;
    }

    double bottom() {
        return top + boxesHigh * BOX;
    }

    void rule(Sheet sheet) {
        List<double[]> light = new ArrayList<>();
        List<double[]> heavy = new ArrayList<>();
        int step = (int) BOX;
        for (int x = 0; x <= boxesWide * step; x++) {
            (x % step == 0 ? heavy : light).add(new double[] {left + x, top, left + x, bottom()});
        }
        for (int y = 0; y <= boxesHigh * step; y++) {
            (y % step == 0 ? heavy : light).add(new double[] {left, top + y, right(), top + y});
        }
        sheet.lines(LIGHT, light);
        sheet.lines(HEAVY, heavy);
    }
}
