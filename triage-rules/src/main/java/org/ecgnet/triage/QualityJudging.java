package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.quality.GainDoubt;
import org.ecgnet.triage.quality.LeadQuality;
import org.ecgnet.triage.quality.LeadTrouble;
import org.ecgnet.triage.quality.SignalQuality;
import org.ecgnet.triage.reversal.LeadReversal;
import org.ecgnet.triage.reversal.Reversals;

/**
 * What is wrong with the signal, in the report's words, and what of it keeps a recording from being GREEN.
 *
 * @param findings GREY, one for each reason to repeat
 */
record QualityJudging(QualityReport report, List<Finding> findings) {

    /** GREEN needs this much (CLINICAL 2.4). */
    static final double LEAST_SECONDS = 8;

    QualityJudging {
        findings = List.copyOf(findings);
    }

    static QualityJudging of(SignalQuality quality, EcgCase ecg, Recording recording, LeadSignals signals) {
        Map<Lead, QualityReport.Level> leads = quality.silent() ? Map.of() : levels(quality);
        List<QualityReport.Reason> bad = new ArrayList<>(quality.silent() ? List.of() : troubles(quality));
        tooShort(recording).ifPresent(bad::add);
        gain(ecg).ifPresent(bad::add);
        boolean lost = leads.containsValue(QualityReport.Level.UNREADABLE)
                || bad.stream().anyMatch(r -> r.leads().isEmpty());
        boolean mostlyPoor = leads.size() * 2 > quality.leads().size();
        Optional<LeadReversal> reversal = quality.silent() ? Optional.empty() : reversal(signals, ecg);
        List<QualityReport.Reason> reasons = new ArrayList<>(bad);
        reversal.map(QualityJudging::exchanged).ifPresent(reasons::add);
        QualityReport.Level level = lost || mostlyPoor
                ? QualityReport.Level.UNREADABLE
                : reasons.isEmpty() ? QualityReport.Level.GOOD : QualityReport.Level.POOR;
        List<QualityReport.Reason> repeat =
                new ArrayList<>(level == QualityReport.Level.UNREADABLE ? reasons : List.of());
        if (level != QualityReport.Level.UNREADABLE) {
            reversal.map(QualityJudging::exchanged).ifPresent(repeat::add);
        }
        patient(ecg).ifPresent(repeat::add);
        return new QualityJudging(
                new QualityReport(level, leads, reasons, reversal),
                repeat.stream().map(QualityJudging::grey).toList());
    }

    private static Map<Lead, QualityReport.Level> levels(SignalQuality quality) {
        Map<Lead, QualityReport.Level> leads = new EnumMap<>(Lead.class);
        for (LeadQuality lead : quality.leads()) {
            if (lead.trouble().isPresent()) {
                leads.put(lead.lead(), lead.usable() ? QualityReport.Level.POOR : QualityReport.Level.UNREADABLE);
            }
        }
        return leads;
    }

    private static List<QualityReport.Reason> troubles(SignalQuality quality) {
        List<QualityReport.Reason> reasons = new ArrayList<>();
        for (LeadTrouble trouble : LeadTrouble.values()) {
            List<Lead> bad = quality.leads().stream()
                    .filter(lead -> lead.trouble().filter(trouble::equals).isPresent())
                    .map(LeadQuality::lead)
                    .toList();
            if (!bad.isEmpty()) {
                String names = String.join(", ", bad.stream().map(Lead::label).toList());
                reasons.add(
                        new QualityReport.Reason(trouble.name(), bad, trouble.chinese(names), trouble.english(names)));
            }
        }
        return reasons;
    }

    private static Optional<QualityReport.Reason> tooShort(Recording recording) {
        double seconds =
                recording.waveform().rate().millisAt(recording.waveform().length()) / 1000;
        return seconds >= LEAST_SECONDS
                ? Optional.empty()
                : Optional.of(new QualityReport.Reason(
                        "TOO_SHORT",
                        List.of(),
                        "记录仅 %.1f 秒：请重新采集至少 10 秒。".formatted(seconds),
                        "Only %.1f s were recorded: record at least 10 s again.".formatted(seconds)));
    }

    private static Optional<QualityReport.Reason> gain(EcgCase ecg) {
        GainDoubt doubt = GainDoubt.of(ecg.measured().levels());
        if (doubt == GainDoubt.NONE) {
            return Optional.empty();
        }
        boolean small = doubt == GainDoubt.TOO_SMALL;
        return Optional.of(new QualityReport.Reason(
                small ? "GAIN_TOO_SMALL" : "GAIN_TOO_LARGE",
                List.of(),
                "全部导联幅度异常%s：请核对心电机增益（10 mm/mV）后重做。".formatted(small ? "偏小" : "偏大"),
                "All leads are implausibly %s: check the unit's gain (10 mm/mV) and repeat."
                        .formatted(small ? "small" : "large")));
    }

    /** Not looked for where the heart's own rhythm has no beat like those of the table. */
    private static Optional<LeadReversal> reversal(LeadSignals signals, EcgCase ecg) {
        boolean unlike = ecg.fibrillating()
                || ecg.scores().claimed("ASYSTOLE")
                || ecg.scores().claimed("VT")
                || ecg.scores().claimed("PACED")
                || !ecg.marks().paceSamples().isEmpty();
        return unlike ? Optional.empty() : Reversals.find(signals, ecg.measured());
    }

    private static QualityReport.Reason exchanged(LeadReversal reversal) {
        String chinese = reversal.swap().chinese();
        String english = reversal.swap().english();
        return reversal.possibleOnly()
                ? new QualityReport.Reason(
                        "LEAD_REVERSAL",
                        List.of(),
                        chinese + " 电极有接反的可能：请核对电极位置，如有误请纠正后重做。",
                        "Electrodes " + english
                                + " are possibly exchanged: check them; if so, correct them and repeat.")
                : new QualityReport.Reason(
                        "LEAD_REVERSAL",
                        List.of(),
                        chinese + " 电极似乎接反：请核对电极颜色与位置，纠正后重做心电图。",
                        "Electrodes " + english
                                + " seem exchanged: check their colours and places, correct them and repeat.");
    }

    /** The limits depend on them, so nothing is called normal without (CLINICAL 2.4). */
    private static Optional<QualityReport.Reason> patient(EcgCase ecg) {
        boolean known =
                ecg.patient().sex() != Sex.UNKNOWN && ecg.patient().ageYears().isPresent();
        return known
                ? Optional.empty()
                : Optional.of(
                        new QualityReport.Reason(
                                "PATIENT_UNKNOWN",
                                List.of(),
                                "年龄或性别不详，不能判为正常：请补录年龄和性别，无需重新采集。",
                                "Age or sex unknown, so this cannot be called normal: enter them; there is no need to record again."));
    }

    private static Finding grey(QualityReport.Reason reason) {
        return new Finding(
                "Q-" + reason.code(),
                reason.code(),
                TriageLevel.GREY,
                false,
                1,
                List.of(),
                reason.chinese(),
                reason.english());
    }
}
