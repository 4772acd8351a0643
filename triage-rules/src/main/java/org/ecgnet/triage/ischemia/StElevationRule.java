package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/**
 * R11: ST elevation at the J point in two contiguous leads, by the limits of the Fourth Universal Definition of Myocardial
 * Infarction (2018).
 *
 * <p>Not judged in LBBB, ventricular pacing and pre-excitation; RBBB does not exclude it (ESC 2023). In the voltage of
 * left ventricular hypertrophy an elevation counts from a quarter of the QRS height. HARD with reciprocal depression, with
 * twice the limit in two leads, or with symptoms (CLINICAL 2.4, R11, proposed).
 */
public final class StElevationRule implements TriageRule {

    /** An elevation that is gone 60 ms later is the slurred end of the QRS, no ST (proposed). */
    private static final double PERSISTING = 0.5;

    private static final Set<Lead> V2_V3 = EnumSet.of(Lead.V2, Lead.V3);
    private static final Set<Lead> INFERIOR = EnumSet.of(Lead.II, Lead.III, Lead.AVF);
    private static final Set<Lead> HIGH_LATERAL = EnumSet.of(Lead.I, Lead.AVL);
    private static final Set<Lead> RIGHT_OR_POSTERIOR = EnumSet.of(Lead.V7, Lead.V8, Lead.V9, Lead.V3R, Lead.V4R);

    @Override
    public String id() {
        return "R11";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        if (ecg.measured().levels().isEmpty()) {
            return ecg.measured().beats().isEmpty()
                    ? Verdict.absent("no beat")
                    : new Verdict.CannotTell("无法测量ST段。", "The ST segment cannot be measured.", true);
        }
        Set<Lead> raised = raised(ecg, profile);
        if (raised.isEmpty()) {
            return Verdict.absent("below the limit, or in no two contiguous leads");
        }
        return Verdict.present(finding(ecg, profile, raised));
    }

    /** The leads at or above their limit that have a contiguous one at or above its own. */
    private static Set<Lead> raised(EcgCase ecg, RuleProfile profile) {
        boolean hypertrophy = StGates.hypertrophyVoltage(ecg);
        Set<Lead> raised = EnumSet.noneOf(Lead.class);
        for (Contiguous pair : Contiguous.PAIRS) {
            if (reached(ecg, profile, pair.first(), hypertrophy) && reached(ecg, profile, pair.second(), hypertrophy)) {
                raised.add(pair.first());
                raised.add(pair.second());
            }
        }
        return raised;
    }

    private static boolean reached(EcgCase ecg, RuleProfile profile, Lead lead, boolean hypertrophy) {
        if (!ecg.measured().levels().containsKey(lead)) {
            return false;
        }
        double j = StGates.levels(ecg, lead).j();
        boolean believable = !hypertrophy || j >= profile.value("R11.hypertrophy-share") * StGates.qrsHeight(ecg, lead);
        double limit = limit(lead, ecg.patient(), profile);
        return believable && j >= limit && StGates.levels(ecg, lead).j60() >= PERSISTING * limit;
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
        if (RIGHT_OR_POSTERIOR.contains(lead)) {
            int young = lead == Lead.V3R || lead == Lead.V4R ? 30 : 40;
            return man && age.isPresent() && age.getAsInt() < young
                    ? profile.value("R11.right-posterior-young-man")
                    : profile.value("R11.right-posterior");
        }
        return profile.value("R11.most-leads");
    }

    private Finding finding(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        List<Evidence> evidence = new ArrayList<>();
        int twice = 0;
        for (Lead lead : raised) {
            double j = StGates.levels(ecg, lead).j();
            double limit = limit(lead, ecg.patient(), profile);
            twice += j >= 2 * limit ? 1 : 0;
            evidence.add(ecg.evidence(lead, "ST at J", j, limit, "uV"));
        }
        List<Evidence> reciprocal = reciprocal(ecg, profile, raised);
        evidence.addAll(reciprocal);
        boolean hard = !reciprocal.isEmpty() || twice >= 2 || ecg.symptoms().any();
        if (!hard && EarlyRepolarisation.fits(ecg, raised)) {
            return earlyRepolarisation(evidence, raised);
        }
        String names = String.join(", ", raised.stream().map(Lead::label).toList());
        boolean assumed =
                ecg.patient().sex() == Sex.UNKNOWN || ecg.patient().ageYears().isEmpty();
        return new Finding(
                id(),
                "ST_ELEVATION",
                TriageLevel.RED,
                hard,
                hard ? 0.95 : 0.8,
                evidence,
                "%s 导联ST段抬高%s，疑似急性ST段抬高型心肌梗死%s。"
                        .formatted(names, reciprocal.isEmpty() ? "" : "，伴对应性压低", assumed ? "（年龄或性别不详，按最敏感阈值）" : ""),
                "ST elevation in %s%s: suspected acute ST-elevation infarction%s."
                        .formatted(
                                names,
                                reciprocal.isEmpty() ? "" : " with reciprocal depression",
                                assumed ? " (age or sex unknown: most sensitive limit)" : ""));
    }

    private static Finding earlyRepolarisation(List<Evidence> evidence, Set<Lead> raised) {
        String names = String.join(", ", raised.stream().map(Lead::label).toList());
        return new Finding(
                "Y07",
                "ST_ELEVATION_EARLY_REPOLARISATION",
                TriageLevel.YELLOW,
                false,
                0.5,
                evidence,
                "%s 导联ST段抬高，形态似早期复极：请核对症状并于5至10分钟后复查心电图。".formatted(names),
                "ST elevation in %s that looks like early repolarisation: ask for symptoms, repeat in 5 to 10 minutes."
                        .formatted(names));
    }

    /** Depression in the leads that look at the opposite wall. */
    private static List<Evidence> reciprocal(EcgCase ecg, RuleProfile profile, Set<Lead> raised) {
        Set<Lead> opposite = EnumSet.noneOf(Lead.class);
        if (raised.stream().anyMatch(INFERIOR::contains)) {
            opposite.addAll(HIGH_LATERAL);
        }
        if (raised.stream().anyMatch(lead -> !INFERIOR.contains(lead))) {
            opposite.addAll(INFERIOR);
        }
        opposite.removeAll(raised);
        List<Evidence> found = new ArrayList<>();
        for (Lead lead : opposite) {
            double j = StGates.levels(ecg, lead).j();
            if (j <= profile.value("R11.reciprocal")) {
                found.add(ecg.evidence(lead, "reciprocal ST at J", j, profile.value("R11.reciprocal"), "uV"));
            }
        }
        return found;
    }
}
