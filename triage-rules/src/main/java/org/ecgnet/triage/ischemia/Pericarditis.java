package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * The pattern of acute pericarditis: ST raised in limb and chest leads together, PR sunken in several of them, and no lead
 * but aVR and V1 depressed (ESC 2015; any depression in aVL speaks for an inferior infarction, Bischof 2016).
 */
final class Pericarditis {

    private static final List<Lead> WIDESPREAD =
            List.of(Lead.I, Lead.II, Lead.AVF, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    private static final Set<Lead> LIMB = Set.of(Lead.I, Lead.II, Lead.AVF);
    private static final Set<Lead> LEFT = Set.of(Lead.V4, Lead.V5, Lead.V6);
    private static final List<Lead> UNSUNKEN =
            List.of(Lead.I, Lead.II, Lead.III, Lead.AVL, Lead.AVF, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    /** Between the end of T and P there must be a level to hold PR against. */
    private static final double LEVEL_MILLIS = 20;

    private Pericarditis() {}

    /** What speaks for it, lead by lead; empty when it does not fit. */
    static List<Evidence> evidence(EcgCase ecg, RuleProfile profile) {
        if (!clearOfT(ecg)) {
            return List.of();
        }
        double st = profile.value("Y16.st-elevation");
        double pr = profile.value("Y16.pr-depression");
        List<Evidence> raised = new ArrayList<>();
        List<Evidence> sunken = new ArrayList<>();
        boolean limb = false;
        boolean left = false;
        for (Lead lead : WIDESPREAD) {
            LeadLevels levels = StGates.levels(ecg, lead);
            if (levels.j() >= st && levels.j60() >= st) {
                raised.add(ecg.evidence(lead, "ST at J", levels.j(), st, "uV"));
                limb |= LIMB.contains(lead);
                left |= LEFT.contains(lead);
            }
            if (levels.p().prSegment() <= pr) {
                sunken.add(ecg.evidence(lead, "PR segment", levels.p().prSegment(), pr, "uV"));
            }
        }
        boolean mirrored =
                UNSUNKEN.stream().anyMatch(lead -> StGates.levels(ecg, lead).j() <= profile.value("Y16.no-depression"));
        if (raised.size() < profile.value("Y16.leads")
                || sunken.size() < profile.value("Y16.pr-leads")
                || !limb
                || !left
                || mirrored) {
            return List.of();
        }
        raised.addAll(sunken);
        return raised;
    }

    private static boolean clearOfT(EcgCase ecg) {
        double rate = ecg.measured().rhythm().meanRateBpm();
        Optional<Delineation> waves = ecg.measured().waves();
        if (rate == 0
                || waves.isEmpty()
                || waves.get().pOn().isEmpty()
                || waves.get().tOff().isEmpty()) {
            return false;
        }
        double tp = ecg.measured()
                .millis(waves.get().tOff().getAsInt(), waves.get().pOn().getAsInt());
        return 60_000 / rate + tp >= LEVEL_MILLIS;
    }
}
