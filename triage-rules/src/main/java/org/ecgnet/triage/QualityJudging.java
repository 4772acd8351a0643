package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.quality.GainDoubt;
import org.ecgnet.triage.quality.LeadAgreement;
import org.ecgnet.triage.quality.LeadQuality;
import org.ecgnet.triage.quality.LeadTrouble;
import org.ecgnet.triage.quality.LooseElectrode;
import org.ecgnet.triage.quality.SignalQuality;
import org.ecgnet.triage.quality.UsableTime;
import org.ecgnet.triage.reversal.Placement;
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

    static QualityJudging of(SignalQuality quality, EcgCase ecg, LeadSignals signals) {
        Map<Lead, QualityReport.Level> leads = quality.silent() ? Map.of() : levels(quality);
        List<QualityReport.Reason> spoiling = spoiling(quality, ecg, signals);
        List<QualityReport.Reason> ofLeads = quality.silent() ? List.of() : troubles(quality, signals);
        Placement placement = quality.silent() ? Placement.RIGHT : placement(signals, ecg);
        List<QualityReport.Reason> doubtful = new ArrayList<>(QualityWords.of(placement));
        if (ecg.symptoms().any() && !signals.leads().containsAll(Lead.INDEPENDENT_8)) {
            doubtful.add(QualityWords.fewLeads(signals.leads()));
        }

        boolean lost = leads.containsValue(QualityReport.Level.UNREADABLE) || mostlyPoor(quality);
        List<QualityReport.Reason> reasons = new ArrayList<>(ofLeads);
        reasons.addAll(spoiling);
        reasons.addAll(doubtful);
        QualityReport.Level level = lost || !spoiling.isEmpty()
                ? QualityReport.Level.UNREADABLE
                : reasons.isEmpty() ? QualityReport.Level.GOOD : QualityReport.Level.POOR;

        List<QualityReport.Reason> repeat = level == QualityReport.Level.UNREADABLE ? reasons : doubtful;
        return new QualityJudging(
                new QualityReport(level, leads, reasons, placement.reversal()),
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

    /** More than half of the leads are poor; hum and wander can be taken away and do not count. */
    private static boolean mostlyPoor(SignalQuality quality) {
        long poor = quality.leads().stream()
                .filter(lead -> lead.trouble().isPresent()
                        && lead.trouble().get() != LeadTrouble.MAINS
                        && lead.trouble().get() != LeadTrouble.WANDERING)
                .count();
        return !quality.silent() && poor * 2 > quality.leads().size();
    }

    private static List<QualityReport.Reason> troubles(SignalQuality quality, LeadSignals signals) {
        List<QualityReport.Reason> reasons = new ArrayList<>();
        for (LeadTrouble trouble : LeadTrouble.values()) {
            List<Lead> bad = quality.leads().stream()
                    .filter(lead -> lead.trouble().filter(trouble::equals).isPresent())
                    .map(LeadQuality::lead)
                    .toList();
            if (!bad.isEmpty()) {
                reasons.add(QualityWords.of(trouble, bad));
            }
        }
        Set<Lead> bad = Set.copyOf(quality.leads().stream()
                .filter(lead -> !lead.usable())
                .map(LeadQuality::lead)
                .toList());
        LooseElectrode.of(Set.copyOf(signals.leads()), bad)
                .map(electrode -> QualityWords.of(electrode, bad))
                .ifPresent(reasons::add);
        return reasons;
    }

    /** What makes the whole recording unfit, whatever the single leads look like. */
    private static List<QualityReport.Reason> spoiling(SignalQuality quality, EcgCase ecg, LeadSignals signals) {
        List<QualityReport.Reason> reasons = new ArrayList<>();
        double recorded = signals.rate().millisAt(signals.length()) / 1000;
        double usable = quality.silent() ? recorded : UsableTime.seconds(signals, ecg.marks());
        if (usable < LEAST_SECONDS) {
            reasons.add(QualityWords.tooShort(recorded, usable));
        }
        GainDoubt gain =
                GainDoubt.of(ecg.measured().medianBeat(), ecg.measured().waves());
        if (gain != GainDoubt.NONE) {
            reasons.add(QualityWords.of(gain));
        }
        if (LeadAgreement.broken(signals)) {
            reasons.add(QualityWords.LEADS_DISAGREE);
        }
        return reasons;
    }

    /** Paced and ventricular beats need more evidence; without beats there is none. */
    private static Placement placement(LeadSignals signals, EcgCase ecg) {
        boolean unlike = ecg.scores().claimed("VT")
                || ecg.scores().claimed("PACED")
                || !ecg.marks().paceSamples().isEmpty();
        return ecg.fibrillating() ? Placement.RIGHT : Reversals.find(signals, ecg.measured(), !unlike);
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
