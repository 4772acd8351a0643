package org.ecgnet.triage.repolarization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.TShape;

/** Brugada's type 1: an ST of V1 or V2 that starts high at J and falls all the way into an inverted T (HRS/EHRA 2013). */
public final class Brugada {

    /** The leads beyond which an elevation is not Brugada's. */
    public static final Set<Lead> LEADS = Set.of(Lead.V1, Lead.V2, Lead.V3);

    private Brugada() {}

    /** The leads that show it, with J and T; empty when none does. */
    public static List<Evidence> evidence(EcgCase ecg, RuleProfile profile) {
        double raised = profile.value("R27.st-elevation");
        double inverted = profile.value("R27.t-inversion");
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : List.of(Lead.V1, Lead.V2)) {
            LeadLevels levels = ecg.measured().levels().getOrDefault(lead, LeadLevels.NONE);
            boolean coved = levels.j() > levels.st().j40()
                    && levels.st().j40() > levels.st().j80();
            boolean lost = levels.tWave().equals(TShape.NONE); // a T that was not found speaks for nothing
            if (levels.j() >= raised && coved && (lost || levels.tWave().negative() <= inverted)) {
                evidence.add(ecg.evidence(lead, "ST at J", levels.j(), raised, "uV"));
                evidence.add(ecg.evidence(lead, "T", levels.tWave().negative(), inverted, "uV"));
            }
        }
        return evidence;
    }
}
