package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.quality.GainDoubt;
import org.ecgnet.triage.quality.LeadQuality;
import org.ecgnet.triage.quality.LeadTrouble;
import org.ecgnet.triage.quality.SignalQuality;

/** Turns what is wrong with the signal into the report's words and into GREY findings. */
final class QualityJudging {

    /** GREEN needs this much (CLINICAL 2.4). */
    static final double LEAST_SECONDS = 8;

    private QualityJudging() {}

    static QualityReport report(SignalQuality quality, EcgCase ecg, Recording recording) {
        Map<Lead, QualityReport.Level> leads = new EnumMap<>(Lead.class);
        List<QualityReport.Reason> reasons = new ArrayList<>();
        boolean lost = false;
        if (!quality.silent()) {
            for (LeadTrouble trouble : LeadTrouble.values()) {
                List<Lead> bad = new ArrayList<>();
                for (LeadQuality lead : quality.leads()) {
                    if (lead.trouble().filter(trouble::equals).isPresent()) {
                        bad.add(lead.lead());
                        leads.put(
                                lead.lead(), lead.usable() ? QualityReport.Level.POOR : QualityReport.Level.UNREADABLE);
                        lost |= !lead.usable();
                    }
                }
                if (!bad.isEmpty()) {
                    String names =
                            String.join(", ", bad.stream().map(Lead::label).toList());
                    reasons.add(new QualityReport.Reason(
                            trouble.name(), bad, trouble.chinese(names), trouble.english(names)));
                }
            }
        }
        double seconds =
                recording.waveform().rate().millisAt(recording.waveform().length()) / 1000;
        if (seconds < LEAST_SECONDS) {
            reasons.add(new QualityReport.Reason(
                    "TOO_SHORT",
                    List.of(),
                    "记录仅 %.1f 秒：请重新采集至少 10 秒。".formatted(seconds),
                    "Only %.1f s were recorded: record at least 10 s again.".formatted(seconds)));
            lost = true;
        }
        lost |= gain(ecg, reasons);
        boolean mostlyPoor = leads.size() * 2 > quality.leads().size();
        QualityReport.Level level = lost || mostlyPoor
                ? QualityReport.Level.UNREADABLE
                : leads.isEmpty() ? QualityReport.Level.GOOD : QualityReport.Level.POOR;
        return new QualityReport(level, leads, reasons);
    }

    private static boolean gain(EcgCase ecg, List<QualityReport.Reason> reasons) {
        GainDoubt doubt = GainDoubt.of(ecg.measured().levels());
        if (doubt == GainDoubt.NONE) {
            return false;
        }
        boolean small = doubt == GainDoubt.TOO_SMALL;
        reasons.add(new QualityReport.Reason(
                small ? "GAIN_TOO_SMALL" : "GAIN_TOO_LARGE",
                List.of(),
                "全部导联幅度异常%s：请核对心电机增益（10 mm/mV）后重做。".formatted(small ? "偏小" : "偏大"),
                "All leads are implausibly %s: check the unit's gain (10 mm/mV) and repeat."
                        .formatted(small ? "small" : "large")));
        return true;
    }

    /** One GREY finding a reason when the recording cannot be trusted as a whole; none otherwise. */
    static List<Finding> findings(QualityReport report) {
        if (report.level() != QualityReport.Level.UNREADABLE) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (QualityReport.Reason reason : report.reasons()) {
            findings.add(new Finding(
                    "Q-" + reason.code(),
                    reason.code(),
                    TriageLevel.GREY,
                    false,
                    1,
                    List.of(),
                    reason.chinese(),
                    reason.english()));
        }
        return findings;
    }
}
