package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.measure.LeadLevels;

/** Where ST is raised at the J point, by which limit, and what mirrors it. */
final class StElevation {

    static final Set<Lead> INFERIOR = Set.of(Lead.II, Lead.III, Lead.AVF);
    static final Set<Lead> V2_TO_V4 = Set.of(Lead.V2, Lead.V3, Lead.V4);
    static final Set<Lead> POSTERIOR = Set.of(Lead.V7, Lead.V8, Lead.V9);
    static final Set<Lead> RIGHT = Set.of(Lead.V3R, Lead.V4R);

    private static final Set<Lead> V2_V3 = Set.of(Lead.V2, Lead.V3);
    private static final Set<Lead> HIGH_LATERAL = Set.of(Lead.I, Lead.AVL);

    private StElevation() {}

    /** The leads at or above the limits of UDMI-4 that have a contiguous one at or above its own. */
    static Set<Lead> raised(EcgCase ecg, RuleProfile profile) {
        return raised(ecg, profile, lead -> limit(lead, ecg.patient(), profile));
    }

    /** The same by other limits, microvolts. */
    static Set<Lead> raised(EcgCase ecg, RuleProfile profile, ToDoubleFunction<Lead> limit) {
        boolean hypertrophy = StGates.hypertrophyVoltage(ecg);
        return Contiguous.neighbours(
                Contiguous.WITH_INVERTED_AVR,
                lead -> reached(ecg, profile, lead, limit.applyAsDouble(lead))
                        && (!hypertrophy || believable(ecg, profile, lead)));
    }

    /** At J, and still most of it 40 ms later: what is gone by then is the slurred end of the QRS. */
    private static boolean reached(EcgCase ecg, RuleProfile profile, Lead lead, double limit) {
        return StGates.recorded(ecg, lead)
                && j(ecg, lead) >= limit
                && turned(lead, StGates.levels(ecg, lead).st().j40()) >= profile.value("R11.persisting") * limit;
    }

    /** In LVH a raised ST faces a deep S: there it counts from a share of the QRS on; where R prevails it always does. */
    private static boolean believable(EcgCase ecg, RuleProfile profile, Lead lead) {
        return turned(lead, StGates.levels(ecg, lead).area()) >= 0
                || j(ecg, lead) >= profile.value("R11.hypertrophy-share") * StGates.qrsHeight(ecg, lead);
    }

    /** Level at J, microvolts; that of aVR inverted. */
    static double j(EcgCase ecg, Lead lead) {
        return turned(lead, StGates.levels(ecg, lead).j());
    }

    private static double turned(Lead lead, double microvolts) {
        return lead == Lead.AVR ? -microvolts : microvolts;
    }

    /** The limit of a lead for a patient; what is not known takes the most sensitive. */
    static double limit(Lead lead, Patient patient, RuleProfile profile) {
        OptionalInt age = patient.ageYears();
        boolean man = patient.sex() == Sex.MALE;
        if (V2_V3.contains(lead)) {
            if (!man) {
                return profile.value("R11.v2-v3-woman");
            }
            return age.isPresent() && age.getAsInt() < 40
                    ? profile.value("R11.v2-v3-young-man")
                    : profile.value("R11.v2-v3-man");
        }
        if (POSTERIOR.contains(lead) || RIGHT.contains(lead)) {
            int young = RIGHT.contains(lead) ? 30 : 40;
            return man && age.isPresent() && age.getAsInt() < young
                    ? profile.value("R11.right-posterior-young-man")
                    : profile.value("R11.right-posterior");
        }
        return profile.value("R11.most-leads");
    }

    /** Each raised lead with its limit. */
    static List<Evidence> evidence(EcgCase ecg, Set<Lead> raised, ToDoubleFunction<Lead> limit) {
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : raised) {
            String quantity = lead == Lead.AVR ? "ST at J of inverted aVR" : "ST at J";
            evidence.add(ecg.evidence(lead, quantity, j(ecg, lead), limit.applyAsDouble(lead), "uV"));
        }
        return evidence;
    }

    /** Depression in the leads that look at the opposite wall, still there 40 ms after J. */
    static List<Evidence> reciprocal(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        double limit = profile.value("R11.reciprocal");
        List<Evidence> found = new ArrayList<>();
        for (Lead lead : opposite(raised)) {
            LeadLevels levels = StGates.levels(ecg, lead);
            if (levels.j() <= limit && levels.st().j40() <= profile.value("R11.persisting") * limit) {
                found.add(ecg.evidence(lead, "reciprocal ST at J", levels.j(), limit, "uV"));
            }
        }
        return found;
    }

    static Set<Lead> opposite(Set<Lead> raised) {
        Set<Lead> opposite = EnumSet.noneOf(Lead.class);
        if (raised.stream().anyMatch(INFERIOR::contains)) {
            opposite.addAll(HIGH_LATERAL);
        }
        if (raised.stream().anyMatch(lead -> !INFERIOR.contains(lead) && lead != Lead.AVR)) {
            opposite.addAll(INFERIOR);
        }
        opposite.removeAll(raised);
        return opposite;
    }

    /** True when age or sex, on which the limits depend, is not known. */
    static boolean assumed(Patient patient) {
        return patient.sex() == Sex.UNKNOWN || patient.ageYears().isEmpty();
    }
}
