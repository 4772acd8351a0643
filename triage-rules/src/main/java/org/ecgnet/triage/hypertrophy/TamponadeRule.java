package org.ecgnet.triage.hypertrophy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Alternans;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * Y14, urgent: a QRS that alternates from beat to beat, or low voltage with tachycardia, as in tamponade (CLINICAL 2.4). Low
 * voltage: less than 0.5 mV in all limb leads and less than 1.0 mV in all chest leads.
 */
public final class TamponadeRule implements TriageRule {

    @Override
    public String id() {
        return "Y14";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (ecg.fibrillating() || ecg.measured().levels().isEmpty()) {
            return Verdict.absent("no beat to measure");
        }
        List<Evidence> evidence = new ArrayList<>(alternating(ecg, profile));
        boolean alternans = !evidence.isEmpty();
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean low = rate > profile.value("Y14.fast") && low(ecg, profile);
        if (low) {
            evidence.addAll(heights(ecg, profile));
            evidence.add(ecg.evidence("rate", rate, profile.value("Y14.fast"), "/min"));
        }
        if (evidence.isEmpty()) {
            return Verdict.absent("no QRS alternans, no low voltage with tachycardia");
        }
        return Verdict.present(new Finding(
                id(),
                alternans ? "QRS_ALTERNANS" : "LOW_VOLTAGE_TACHYCARDIA",
                TriageLevel.YELLOW,
                false,
                alternans && low ? 0.9 : 0.7,
                evidence,
                "%s%s%s：疑似心包积液/心包填塞，请尽快结合临床（加急）。"
                        .formatted(
                                alternans ? "QRS波电交替" : "",
                                alternans && low ? "，" : "",
                                low ? "低电压伴心动过速 %.0f 次/分".formatted(rate) : ""),
                "%s%s%s: tamponade? Judge with the clinic, urgent."
                        .formatted(
                                alternans ? "QRS alternans" : "",
                                alternans && low ? ", " : "",
                                low
                                        ? (alternans ? "low" : "Low")
                                                + " voltage with tachycardia %.0f/min".formatted(rate)
                                        : "")));
    }

    /** The leads whose QRS alternates by as much and as long as the profile asks for; none in too few leads. */
    private static List<Evidence> alternating(EcgCase ecg, RuleProfile profile) {
        if (ecg.scores().claimed("VT") || ecg.scores().claimed("AF")) {
            return List.of();
        }
        List<Evidence> found = new ArrayList<>();
        for (Alternans lead : Alternans.ofQrs(ecg.measured())) {
            if (lead.rSamples().size() >= profile.value("Y14.beats") && lead.share() >= profile.value("Y14.share")) {
                found.add(new Evidence(
                        "QRS alternans",
                        lead.share(),
                        profile.value("Y14.share"),
                        "of QRS",
                        Optional.of(lead.lead()),
                        lead.rSamples()));
            }
        }
        return found.size() >= profile.value("Y14.leads") ? found : List.of();
    }

    /** Only with all six limb and six chest leads: a lead that is off is low too. */
    private static boolean low(EcgCase ecg, RuleProfile profile) {
        return ecg.measured().levels().keySet().containsAll(Lead.STANDARD_12)
                && Lead.STANDARD_12.stream().allMatch(lead -> height(ecg, lead) < limit(lead, profile));
    }

    private static List<Evidence> heights(EcgCase ecg, RuleProfile profile) {
        List<Evidence> heights = new ArrayList<>();
        for (Map.Entry<Lead, LeadLevels> entry : new TreeMap<>(ecg.measured().levels()).entrySet()) {
            Lead lead = entry.getKey();
            heights.add(ecg.evidence(lead, "QRS height", height(ecg, lead), limit(lead, profile), "uV"));
        }
        return heights;
    }

    private static double limit(Lead lead, RuleProfile profile) {
        return profile.value(lead.limb() ? "Y14.low-limb" : "Y14.low-chest");
    }

    private static double height(EcgCase ecg, Lead lead) {
        LeadLevels levels = ecg.measured().levels().getOrDefault(lead, LeadLevels.NONE);
        return levels.r() - Math.min(levels.s(), levels.q());
    }
}
