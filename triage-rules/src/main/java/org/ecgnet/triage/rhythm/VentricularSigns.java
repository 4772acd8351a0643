package org.ecgnet.triage.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.measure.AvConduction;
import org.ecgnet.triage.measure.Deflection;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.QrsForm;

/**
 * The signs that a wide-QRS tachycardia comes from the ventricles: the VT score (Jastrzebski 2016), Brugada's first steps
 * (1991) and Vereckei's aVR steps (2008).
 *
 * <p>Evidence that is printed. None of them is a condition of any rule: a wide-QRS tachycardia is ventricular until disproved.
 */
final class VentricularSigns {

    /** A score of 3 and more has a specificity of 99.6 % (Jastrzebski 2016). */
    private static final double SCORE_SURE = 3;

    private static final double SLOW_START_MILLIS = 40;
    private static final double R_PEAK_MILLIS = 50;
    private static final double RS_MILLIS = 100;
    private static final List<Lead> CHEST = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    private VentricularSigns() {}

    /** What can be read in the leads there are; empty when the median beat shows no QRS. */
    static List<Evidence> of(EcgCase ecg) {
        Map<Lead, QrsForm> forms = QrsForm.of(ecg.measured());
        if (forms.isEmpty()) {
            return List.of();
        }
        List<Evidence> signs = new ArrayList<>();
        signs.add(ecg.evidence("VT score", score(ecg, forms), SCORE_SURE, "points"));
        longestRs(forms)
                .ifPresent(millis -> signs.add(ecg.evidence("longest R to S (Brugada)", millis, RS_MILLIS, "ms")));
        if (withoutRs(forms)) {
            signs.add(ecg.evidence("chest leads with RS (Brugada)", 0, 1, "leads"));
        }
        first(forms, Lead.AVR)
                .ifPresent(start -> signs.add(ecg.evidence(
                        Lead.AVR,
                        start.positive() ? "initial R (Vereckei)" : "initial q (Vereckei)",
                        start.lasting(),
                        SLOW_START_MILLIS,
                        "ms")));
        return signs;
    }

    /** One point a sign, two for dissociated atria; leads that are not there give none. */
    static double score(EcgCase ecg, Map<Lead, QrsForm> forms) {
        double points = 0;
        points += first(forms, Lead.V1)
                        .filter(d -> d.positive() && dominant(forms, Lead.V1, d))
                        .isPresent()
                ? 1
                : 0;
        points += slowR(forms, Lead.V1) || slowR(forms, Lead.V2) ? 1 : 0;
        points += ecg.measured()
                                        .levels()
                                        .getOrDefault(Lead.V1, LeadLevels.NONE)
                                        .qrs()
                                        .notches()
                                > 0
                        && forms.getOrDefault(Lead.V1, QrsForm.NONE).net() < 0
                ? 1
                : 0;
        points += first(forms, Lead.AVR).filter(Deflection::positive).isPresent() ? 1 : 0;
        points += first(forms, Lead.II)
                        .filter(d -> d.peakMillis() >= R_PEAK_MILLIS)
                        .isPresent()
                ? 1
                : 0;
        points += withoutRs(forms) ? 1 : 0;
        boolean dissociated = AvConduction.of(ecg.measured()).kind() == AvConduction.Kind.COMPLETE;
        return points + (dissociated ? 2 : 0);
    }

    private static Optional<Deflection> first(Map<Lead, QrsForm> forms, Lead lead) {
        return forms.getOrDefault(lead, QrsForm.NONE).deflections().stream().findFirst();
    }

    private static boolean dominant(Map<Lead, QrsForm> forms, Lead lead, Deflection first) {
        return forms.getOrDefault(lead, QrsForm.NONE).deflections().stream()
                .allMatch(d -> Math.abs(d.microvolts()) <= Math.abs(first.microvolts()));
    }

    private static boolean slowR(Map<Lead, QrsForm> forms, Lead lead) {
        return first(forms, lead)
                .filter(d -> d.positive() && d.lasting() > SLOW_START_MILLIS)
                .isPresent();
    }

    /** True when all six chest leads are there and none has an R followed by an S. */
    private static boolean withoutRs(Map<Lead, QrsForm> forms) {
        return forms.keySet().containsAll(CHEST)
                && CHEST.stream().noneMatch(lead -> rs(forms, lead).isPresent());
    }

    private static Optional<Double> longestRs(Map<Lead, QrsForm> forms) {
        return CHEST.stream().flatMap(lead -> rs(forms, lead).stream()).max(Double::compare);
    }

    /** Onset of R to the bottom of the S behind it. */
    private static Optional<Double> rs(Map<Lead, QrsForm> forms, Lead lead) {
        List<Deflection> all = forms.getOrDefault(lead, QrsForm.NONE).deflections();
        for (int k = 0; k + 1 < all.size(); k++) {
            if (all.get(k).positive()) {
                return Optional.of(all.get(k + 1).peakMillis() - all.get(k).fromMillis());
            }
        }
        return Optional.empty();
    }
}
