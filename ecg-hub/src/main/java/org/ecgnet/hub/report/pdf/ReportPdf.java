package org.ecgnet.hub.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.paper.Ink;
import org.ecgnet.hub.paper.Paper;
import org.ecgnet.hub.paper.PaperFonts;
import org.ecgnet.hub.paper.Sheet;
import org.ecgnet.hub.report.MachineClaim;
import org.ecgnet.hub.report.Phrase;
import org.ecgnet.hub.report.Report;
import org.ecgnet.hub.report.Signature;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;

/** Writes the paper of one exam. Used by one thread. */
public final class ReportPdf {

    private static final double MARGIN = 12;
    private static final double RIGHT = 285;
    private static final double SMALL = 2.6;
    private static final double LINE = 3.7;
    private static final double WORDS_LEFT = 128;
    private static final double WATERMARK_LENGTH = 240;
    private static final double WORDS_TOP = 20;
    private static final Ink INK = Ink.line(0x15202B, 0.2);
    private static final Ink MUTED = Ink.line(0x465361, 0.2);
    private static final Ink ALERT = Ink.line(0xB3141B, 0.3);
    private static final Ink WATERMARK = new Ink(new java.awt.Color(0xB3141B), 0.2, 0.16);

    private final ReportPaper paper;
    private final Paper document;
    private final Sheet sheet;
    private final EcgArea area;

    private ReportPdf(ReportPaper paper, Paper document) {
        this.paper = paper;
        this.document = document;
        this.sheet = document.landscape();
        this.area = paper.layout().area();
    }

    /** @throws org.ecgnet.hub.paper.PaperException when it cannot be made */
    public static byte[] write(ReportPaper paper, PaperFonts fonts) {
        try (var document = new Paper(fonts, "ECG " + ExamCode.of(paper.exam().id()))) {
            new ReportPdf(paper, document).draw();
            return document.bytes();
        }
    }

    private void draw() {
        head();
        patient();
        measurements();
        List<Line> left = words();
        area.rule(sheet);
        if (!paper.confirmed()) {
            double size = WATERMARK_LENGTH / sheet.textWidth(1, ReportWords.UNCONFIRMED);
            sheet.turned(WATERMARK, area.left() + 20, area.bottom() - 12, size, 22, ReportWords.UNCONFIRMED);
        }
        new EcgRows(sheet, paper).draw();
        scale();
        signatures();
        if (!left.isEmpty()) {
            further(left);
        }
        List<Sheet> sheets = document.sheets();
        for (int page = 0; page < sheets.size(); page++) {
            foot(sheets.get(page), page + 1, sheets.size());
        }
    }

    private void head() {
        sheet.text(INK, MARGIN, 13, 5, paper.county() + "  心电图报告 / ECG report");
        String code = ExamCode.of(paper.exam().id());
        sheet.textEndingAt(INK, RIGHT, 13, 3.6, "检查号 exam " + code);
        sheet.line(INK, MARGIN, 15.5, RIGHT, 15.5);
    }

    private void patient() {
        Exam exam = paper.exam();
        Patient who = exam.patient();
        double y = WORDS_TOP;
        sheet.text(INK, MARGIN, y, 4.2, cut(4.2, 66, who.name().orElse("身份不明 unknown patient")));
        y = row(y + 5, "", ReportWords.patient(who));
        y = row(y, "证件号 ID", who.identityNumber().orElse("—"));
        y = row(y, "诊所 clinic", paper.siteName());
        y = row(y, "设备 unit", exam.unit().value() + " (" + exam.unitModel() + ")");
        y = row(y, "操作 operator", exam.operator());
        y = row(y, "症状 symptoms", ReportWords.symptoms(exam.symptoms()));
        y = row(y, "采集 recorded", ReportWords.time(exam.startedAt(), paper.zone()));
        y = row(y, "到达 received", ReportWords.time(exam.receivedAt(), paper.zone()));
        if (exam.drill()) {
            sheet.text(ALERT, MARGIN, y, 3.4, "演练 DRILL");
        }
    }

    private double row(double y, String name, String value) {
        if (name.isEmpty()) {
            sheet.text(INK, MARGIN, y, 3.2, value);
            return y + 4.4;
        }
        sheet.text(MUTED, MARGIN, y, SMALL, name);
        sheet.text(INK, MARGIN + 25, y, SMALL, cut(SMALL, 44, value));
        return y + LINE;
    }

    /** A value too long for its place ends in an ellipsis rather than in its neighbour. */
    private String cut(double size, double widest, String text) {
        String shown = text;
        while (shown.length() > 1 && sheet.textWidth(size, shown + "…") > widest) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        }
        return shown.length() < text.length() && sheet.textWidth(size, text) > widest ? shown + "…" : text;
    }

    private void measurements() {
        double left = 86;
        double y = WORDS_TOP;
        sheet.text(INK, left, y, 3, "测量 measurements");
        Measurements measured =
                paper.reading().map(read -> read.reading().measurements()).orElse(Measurements.NONE);
        y += 5;
        for (String[] measurement : ReportWords.measurements(measured, paper.byHand())) {
            sheet.text(MUTED, left, y, SMALL, measurement[0]);
            sheet.textEndingAt(INK, left + 38, y, SMALL, measurement[1]);
            y += LINE;
        }
        if (paper.byHand().isPresent()) {
            byHand(paper.byHand().get(), left, y);
        } else {
            sheet.text(MUTED, left, y, 2.2, paper.report().isPresent() ? "机器测量 by the machine" : "未经确认 unconfirmed");
        }
    }

    /** Whose hand it was; the machine's value stands in brackets beside each that it changed. */
    private void byHand(HandMeasurement hand, double left, double y) {
        sheet.text(INK, left, y, 2.2, "✎ 手工测量 measured by hand,");
        sheet.text(INK, left, y + 3, 2.2, cut(2.2, 38, hand.by().name() + "  [机器 machine]"));
    }

    /** The physician's part above the machine's; what does not fit is returned. */
    private List<Line> words() {
        List<Line> lines = new ArrayList<>();
        paper.report().ifPresent(report -> physician(report, lines));
        machine(lines);
        double y = WORDS_TOP;
        int shown = 0;
        for (Line line : lines) {
            if (y > area.top() - 2 - (shown < lines.size() - 1 ? LINE : 0)) {
                sheet.text(MUTED, WORDS_LEFT, y, SMALL, "续见第 2 页 / continued on page 2");
                return lines.subList(shown, lines.size());
            }
            sheet.text(line.ink(), WORDS_LEFT + line.indent(), y, line.size(), line.text());
            y += line.size() > SMALL ? 4.6 : LINE;
            shown++;
        }
        return List.of();
    }

    private void physician(Report report, List<Line> lines) {
        lines.add(new Line(
                INK,
                0,
                3.2,
                "医师诊断 physician: " + ReportWords.level(report.overread().level())));
        if (!report.overread().conclusion().isBlank()) {
            wrap(lines, INK, 3, "结论 conclusion: " + report.overread().conclusion());
        }
        for (Phrase said : report.statements()) {
            String text =
                    said.chinese().equals(said.english()) ? said.chinese() : said.chinese() + " / " + said.english();
            wrap(lines, INK, 3, text);
        }
        if (!report.overread().description().isBlank()) {
            wrap(lines, INK, 3, "描述: " + report.overread().description());
        }
        if (!report.overread().levelReason().isBlank()) {
            wrap(lines, INK, 3, "级别理由 why this level: " + report.overread().levelReason());
        }
        if (report.version() > 1) {
            wrap(
                    lines,
                    ALERT,
                    3,
                    "第 " + report.version() + " 版 version, 修改理由 amended because: "
                            + report.overread().amendmentReason());
        }
    }

    private void machine(List<Line> lines) {
        String level = paper.reading()
                .map(read -> ReportWords.level(read.reading().level()))
                .orElse("尚未判读 not read yet");
        lines.add(new Line(
                MUTED, 0, 3.2, "机器判读 machine" + (paper.confirmed() ? "" : ", 未经确认 unconfirmed") + ": " + level));
        List<Finding> findings =
                paper.reading().map(read -> read.reading().findings()).orElse(List.of());
        for (Finding finding : findings) {
            String key = finding.rule() + ":" + finding.code();
            wrap(lines, MUTED, 3, ReportWords.mark(paper.report(), key) + ReportWords.finding(finding));
        }
        List<MachineClaim> statements = paper.report().map(Report::claims).orElse(List.of()).stream()
                .filter(claim -> claim.level().isEmpty())
                .toList();
        for (MachineClaim claim : statements) {
            wrap(
                    lines,
                    MUTED,
                    3,
                    ReportWords.mark(paper.report(), claim.key()) + claim.chinese() + " / " + claim.english());
        }
        paper.reading().ifPresent(read -> read.reading()
                .cannotJudge()
                .forEach(limit -> wrap(lines, MUTED, 3, "? " + limit.chinese() + " / " + limit.english())));
    }

    private void wrap(List<Line> lines, Ink ink, double indent, String text) {
        for (String line : sheet.wrapped(SMALL, RIGHT - WORDS_LEFT - indent, text)) {
            lines.add(new Line(ink, indent, SMALL, line));
        }
    }

    private void scale() {
        double y = area.bottom() + 4;
        String seconds = paper.recording()
                .map(known -> String.format(
                        Locale.ROOT,
                        "%.1f–%.1f s / %.1f s",
                        paper.from(),
                        Math.min(
                                paper.from() + PaperLayout.SECONDS,
                                (double) known.waveform().length()
                                        / known.waveform().rate().hertz()),
                        (double) known.waveform().length()
                                / known.waveform().rate().hertz()))
                .orElse("没有样本 no samples");
        sheet.text(
                INK,
                area.left(),
                y,
                3,
                "25 mm/s  10 mm/mV  " + paper.layout().label() + " 同步 time-aligned  未滤波 no filter  " + seconds);
        sheet.fill(INK, area.left(), y + 2.2, 50, 1.5);
        sheet.text(INK, area.left() + 52, y + 3.8, SMALL, ReportWords.CHECK_BAR);
    }

    private void signatures() {
        double y = area.bottom() + 12.5;
        if (!paper.confirmed()) {
            sheet.textEndingAt(ALERT, RIGHT - 4, area.bottom() + 4, 3.2, ReportWords.UNCONFIRMED);
        }
        if (paper.report().isEmpty()) {
            return;
        }
        Report report = paper.report().get();
        sheet.text(INK, area.left(), y, SMALL, signature("报告医师 reader", report.author()));
        Optional<Signature> second = report.second();
        if (second.isPresent()) {
            String what = second.get().nightDoubleCheck() ? "夜间一人两次 night double check" : "复核医师 second reader";
            sheet.text(INK, area.left(), y + LINE, SMALL, signature(what, second.get()));
        } else if (report.secondNeeded()) {
            sheet.text(ALERT, area.left(), y + LINE, SMALL, "待复核 waits for the second reader");
        }
    }

    private String signature(String what, Signature by) {
        String licence = by.signer().licence().isBlank()
                ? ""
                : "  执业证 licence " + by.signer().licence();
        return what + ": " + by.signer().name() + licence + "  "
                + ReportWords.time(by.at(), paper.zone()) + "  " + by.signer().place() + "  "
                + by.seal().method() + " "
                + by.digest().substring(0, 16);
    }

    private void further(List<Line> lines) {
        Sheet next = document.landscape();
        double y = 20;
        next.text(
                INK,
                MARGIN,
                13,
                4,
                "续 continued, 检查号 exam " + ExamCode.of(paper.exam().id()));
        for (Line line : lines) {
            if (y > 195) {
                next = document.landscape();
                y = 20;
            }
            next.text(line.ink(), MARGIN + line.indent(), y, line.size(), line.text());
            y += LINE;
        }
    }

    private void foot(Sheet of, int page, int pages) {
        double y = 206;
        String hash = paper.samplesHash().isEmpty() ? "—" : paper.samplesHash();
        of.text(MUTED, MARGIN, y, 2.1, "检查 exam " + paper.exam().id() + "  数据 samples SHA-256 " + hash);
        of.textEndingAt(
                MUTED,
                RIGHT,
                y,
                2.1,
                "打印 printed " + ReportWords.time(paper.printedAt(), paper.zone()) + "  第 " + page + " / " + pages
                        + " 页");
    }

    /** A line of the words. */
    private record Line(Ink ink, double indent, double size, String text) {}
}
