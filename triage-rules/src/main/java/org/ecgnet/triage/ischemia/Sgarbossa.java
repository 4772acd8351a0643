package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * The criteria of Sgarbossa as modified by Smith: an ST that goes with the QRS where it should go against it, or against it
 * by far more than the QRS explains (Smith 2012; ACC 2022; for pacing the depression in V1 to V6: PERFECT, 2021).
 *
 * <p>A level counts as the smaller of J and J + 40 ms, since the end of a wide QRS is late in some lead or other.
 */
final class Sgarbossa {

    private static final Set<Lead> V1_TO_V3 = Set.of(Lead.V1, Lead.V2, Lead.V3);
    private static final Set<Lead> V4_TO_V6 = Set.of(Lead.V4, Lead.V5, Lead.V6);

    private Sgarbossa() {}

    /** Each criterion met, lead by lead; empty when none is. */
    static List<Evidence> evidence(EcgCase ecg, RuleProfile profile) {
        List<Evidence> met = new ArrayList<>();
        for (Lead lead : Lead.STANDARD_12) {
            if (StGates.recorded(ecg, lead) && lead != Lead.AVR) {
                judge(ecg, profile, lead, met);
            }
        }
        return met;
    }

    private static void judge(EcgCase ecg, RuleProfile profile, Lead lead, List<Evidence> met) {
        LeadLevels levels = StGates.levels(ecg, lead);
        boolean positive = StGates.upright(ecg, lead) && levels.area() > 0;
        boolean negative = !StGates.upright(ecg, lead) && levels.area() < 0;
        double elevation = Math.min(levels.j(), levels.st().j40());
        double depression = Math.max(levels.j(), levels.st().j40());
        double concordant = profile.value("R15.concordant-elevation");
        if (positive && elevation >= concordant) {
            met.add(ecg.evidence(lead, "ST raised with an upright QRS", elevation, concordant, "uV"));
        }
        double sunken = profile.value("R15.concordant-depression");
        boolean asked = V1_TO_V3.contains(lead) || ecg.scores().claimed("PACED") && V4_TO_V6.contains(lead);
        if (negative && asked && depression <= sunken) {
            met.add(ecg.evidence(lead, "ST sunken with a negative QRS", depression, sunken, "uV"));
        }
        double share = profile.value("R15.discordant-share");
        double s = -Math.min(levels.s(), levels.q());
        if (negative && elevation >= profile.value("R15.discordant-elevation") && elevation >= share * s) {
            met.add(ecg.evidence(lead, "ST over S", elevation / s, share, ""));
        }
    }
}
