package org.ecgnet.hub.report.pdf;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.fiducial.BeatIntervals;
import org.ecgnet.hub.fiducial.BeatMarks;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.report.Decision;
import org.ecgnet.hub.report.Judged;
import org.ecgnet.hub.report.Report;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;

/** The paper's words, Chinese and English side by side. */
final class ReportWords {

    static final String UNCONFIRMED = "自动分析 未经确认 / AUTOMATIC, UNCONFIRMED";
    static final String CHECK_BAR = "此条须为 50 mm: 请按 100 % 打印 / this bar must measure 50 mm: print at 100 %";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int MOST_EVIDENCE = 4;
    private static final BeatIntervals NONE = BeatIntervals.of(new BeatMarks(Map.of()), 1, OptionalDouble.empty());

    private ReportWords() {}

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    static String level(TriageLevel level) {
        return switch (level) {
            case RED -> "危急 CRITICAL";
            case YELLOW -> "紧急 URGENT";
            case GREEN -> "一般 ROUTINE";
            case GREY -> "质量差, 重做 POOR, REPEAT";
        };
    }

    static String patient(Patient patient) {
        String sex = patient.sex() == Sex.MALE ? "男 M" : patient.sex() == Sex.FEMALE ? "女 F" : "性别不详 sex unknown";
        String age = patient.ageYears().isPresent() ? patient.ageYears().getAsInt() + " 岁 y" : "年龄不详 age unknown";
        return sex + "  " + age;
    }

    static String symptoms(Symptoms symptoms) {
        List<String> words = new ArrayList<>();
        add(words, symptoms.chestPain(), "胸痛 chest pain");
        add(words, symptoms.syncope(), "晕厥 syncope");
        add(words, symptoms.dyspnoea(), "呼吸困难 dyspnoea");
        add(words, symptoms.shock(), "休克 shock");
        return words.isEmpty() ? "无 none" : String.join(", ", words);
    }

    private static void add(List<String> words, boolean present, String word) {
        if (present) {
            words.add(word);
        }
    }

    /** Name and value, one a line; where a hand changed it, the machine's value follows in brackets. */
    static List<String[]> measurements(Measurements measured, Optional<HandMeasurement> byHand) {
        BeatIntervals hand = byHand.map(HandMeasurement::intervals).orElse(NONE);
        BeatIntervals own = byHand.map(HandMeasurement::automaticIntervals).orElse(NONE);
        List<String[]> rows = new ArrayList<>();
        rows.add(row("心率 HR", measured.heartRateBpm(), "/min"));
        rows.add(row("PR", measured.prMillis(), hand.pr(), own.pr()));
        rows.add(row("QRS", measured.qrsMillis(), hand.qrs(), own.qrs()));
        rows.add(row("QT", measured.qtMillis(), hand.qt(), own.qt()));
        rows.add(row("QTc Bazett", measured.qtcBazettMillis(), hand.qtcBazett(), own.qtcBazett()));
        rows.add(row("QTc Fridericia", measured.qtcFridericiaMillis(), hand.qtcFridericia(), own.qtcFridericia()));
        rows.add(row("QRS 电轴 axis", measured.qrsAxisDegrees(), "°"));
        return rows;
    }

    private static String[] row(String name, OptionalDouble read, OptionalDouble hand, OptionalDouble own) {
        return hand.equals(own)
                ? row(name, read, "ms")
                : new String[] {name, number(hand, " ms") + " [" + number(read, "") + "]"};
    }

    private static String[] row(String name, OptionalDouble value, String unit) {
        return new String[] {name, number(value, " " + unit)};
    }

    private static String number(OptionalDouble value, String unit) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.0f%s", value.getAsDouble(), unit) : "—";
    }

    /** A finding in both languages, with the measurements it rests on. */
    static String finding(Finding finding) {
        List<String> reasons = finding.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(ReportWords::evidence)
                .toList();
        String why = reasons.isEmpty() ? "" : "  [" + finding.rule() + ": " + String.join("; ", reasons) + "]";
        return finding.chinese() + " / " + finding.english() + why;
    }

    private static String evidence(Evidence evidence) {
        String lead = evidence.lead().map(known -> " " + known.label()).orElse("");
        String limit = Double.isFinite(evidence.threshold())
                ? String.format(Locale.ROOT, " (%s)", number(evidence.threshold()))
                : "";
        return evidence.quantity() + lead + " " + number(evidence.value()) + " " + evidence.unit() + limit;
    }

    private static String number(double value) {
        return Math.abs(value) >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** What the reader did with a claim, as a mark before it. */
    static String mark(Optional<Report> report, String key) {
        Optional<Decision> decision = report.flatMap(known -> known.judged(key)).map(Judged::decision);
        return decision.map(made -> switch (made) {
                    case ACCEPTED -> "✓ ";
                    case EDITED -> "✎ ";
                    case REJECTED -> "✗ ";
                })
                .orElse("• ");
    }
}
