package org.ecgnet.hub.report.pdf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Recording;
import org.ecgnet.hub.paper.Ink;
import org.ecgnet.hub.paper.Sheet;

/**
 * Draws the leads: raw samples, 25 mm a second and 10 mm a millivolt, without any filter; only each lead's median is
 * taken off, so that it stands on its row. What the unit marked is drawn from its marks, never guessed from the samples.
 */
final class EcgRows {

    static final double MILLIMETRES_PER_SECOND = 25;
    static final double MILLIMETRES_PER_MILLIVOLT = 10;

    private static final double LEAD_IN = 10; // calibration pulse, before the first sample
    private static final double MICROVOLTS = 1_000;
    private static final Ink TRACE = Ink.line(0x101418, 0.22);
    private static final Ink LABEL = Ink.line(0x101418, 0.2);
    private static final Ink PACE = Ink.line(0x0057D9, 0.25);
    private static final Ink OFF = Ink.line(0x6A3D9A, 0.2);
    private static final Ink GAP = Ink.line(0xB3141B, 0.3);

    private final Sheet sheet;
    private final EcgArea area;
    private final PaperLayout layout;
    private final Optional<Recording> recording;
    private final double firstSecond;

    EcgRows(Sheet sheet, ReportPaper paper) {
        this.sheet = sheet;
        this.area = paper.layout().area();
        this.layout = paper.layout();
        this.recording = paper.recording();
        this.firstSecond = paper.from();
    }

    void draw() {
        List<List<PaperLayout.Cell>> rows = layout.rows();
        for (int row = 0; row < rows.size(); row++) {
            double baseline = layout.baseline(row);
            calibrate(baseline);
            for (PaperLayout.Cell cell : rows.get(row)) {
                cell(cell, baseline);
            }
        }
    }

    /** A millivolt for 0.2 s. */
    private void calibrate(double baseline) {
        double left = area.left() + 1;
        double top = baseline - MILLIMETRES_PER_MILLIVOLT;
        sheet.polyline(
                TRACE,
                new double[] {left, left + 1.5, left + 1.5, left + 6.5, left + 6.5, left + 8},
                new double[] {baseline, baseline, top, top, baseline, baseline},
                6);
    }

    private void cell(PaperLayout.Cell cell, double baseline) {
        double left = x(cell.from());
        if (cell.from() > 0) {
            sheet.line(LABEL, left, baseline - 4, left, baseline + 1);
        }
        sheet.text(
                LABEL,
                left + 1,
                baseline - Math.min(layout.rowMillimetres() * 0.4, 12),
                3.2,
                cell.lead().label());
        Optional<double[]> microvolts =
                recording.flatMap(known -> known.waveform().microvolts(cell.lead()));
        if (microvolts.isEmpty()) {
            sheet.text(GAP, left + 8, baseline - 2, 3, "无此导联 not recorded");
            return;
        }
        trace(cell, microvolts.get(), baseline);
        marks(cell, baseline);
    }

    private void trace(PaperLayout.Cell cell, double[] microvolts, double baseline) {
        int rate = recording.orElseThrow().waveform().rate().hertz();
        List<Integer> gaps = recording.orElseThrow().marks().gaps();
        int from = sample(cell.from(), rate, microvolts.length);
        int to = sample(cell.to(), rate, microvolts.length);
        double median = median(microvolts);
        double[] xs = new double[to - from];
        double[] ys = new double[to - from];
        int points = 0;
        for (int sample = from; sample < to; sample++) {
            if (points > 0 && gaps.contains(sample)) {
                sheet.polyline(TRACE, xs, ys, points);
                points = 0;
            }
            xs[points] = x((double) sample / rate - firstSecond);
            double y = baseline - (microvolts[sample] - median) / MICROVOLTS * MILLIMETRES_PER_MILLIVOLT;
            ys[points++] = Math.max(area.top(), Math.min(area.bottom(), y));
        }
        sheet.polyline(TRACE, xs, ys, points);
    }

    private void marks(PaperLayout.Cell cell, double baseline) {
        Recording known = recording.orElseThrow();
        int rate = known.waveform().rate().hertz();
        for (int pace : known.marks().paceSamples()) {
            double second = (double) pace / rate - firstSecond;
            if (second >= cell.from() && second < cell.to()) {
                sheet.line(PACE, x(second), baseline + 1, x(second), baseline + 4);
            }
        }
        for (int gap : known.marks().gaps()) {
            double second = (double) gap / rate - firstSecond;
            if (second > cell.from() && second < cell.to()) {
                sheet.line(GAP, x(second), baseline - 5, x(second), baseline + 3);
            }
        }
        for (LeadOff off : known.marks().leadsOff()) {
            if (concerns(off.lead(), cell.lead())) {
                hatch(cell, off, rate, baseline);
            }
        }
    }

    private boolean concerns(Lead off, Lead shown) {
        boolean recorded = recording.orElseThrow().waveform().leads().contains(shown);
        return off == shown || !recorded && shown.derived() && (off == Lead.I || off == Lead.II);
    }

    private void hatch(PaperLayout.Cell cell, LeadOff off, int rate, double baseline) {
        double from = Math.max(cell.from(), (double) off.from() / rate - firstSecond);
        double to = Math.min(cell.to(), (double) off.to() / rate - firstSecond);
        if (to <= from) {
            return;
        }
        double top = baseline - Math.min(6, layout.rowMillimetres() * 0.4);
        double bottom = baseline + Math.min(4, layout.rowMillimetres() * 0.4);
        for (double at = x(from); at < x(to); at += 2) {
            sheet.line(OFF, at, bottom, Math.min(at + 2, x(to)), top);
        }
        String seconds =
                String.format(Locale.ROOT, "%.1f–%.1f s", (double) off.from() / rate, (double) off.to() / rate);
        sheet.text(OFF, x(from) + 0.5, bottom + 2.4, 2.4, off.lead().label() + " 脱落 off " + seconds);
    }

    private int sample(double second, int rate, int length) {
        return (int) Math.max(0, Math.min(length, Math.round((firstSecond + second) * rate)));
    }

    /** @param second of the ten */
    private double x(double second) {
        return area.left() + LEAD_IN + second * MILLIMETRES_PER_SECOND;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
