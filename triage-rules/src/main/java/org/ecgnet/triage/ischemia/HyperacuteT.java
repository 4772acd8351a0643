package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.Contiguous;

/**
 * Hyperacute T: in two contiguous leads a T that is large beside its own QRS, not merely tall (ACC 2022 names it without
 * numbers; the published score of T to QRS is not open). The share lies above what the 145 normal recordings of the PTB-XL
 * half at hand show in two neighbouring leads with a T of that size.
 */
final class HyperacuteT {

    private HyperacuteT() {}

    static Optional<Finding> finding(EcgCase ecg, RuleProfile profile) {
        double share = profile.value("Y07.hyperacute-share");
        Set<Lead> leads = Contiguous.neighbours(Contiguous.PAIRS, lead -> {
            double t = StGates.levels(ecg, lead).tWave().positive();
            return t >= least(lead, profile) && t >= share * StGates.qrsHeight(ecg, lead);
        });
        if (leads.isEmpty()) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : leads) {
            double t = StGates.levels(ecg, lead).tWave().positive();
            evidence.add(ecg.evidence(lead, "T", t, least(lead, profile), "uV"));
            evidence.add(ecg.evidence(lead, "T over QRS", t / Math.max(1, StGates.qrsHeight(ecg, lead)), share, ""));
        }
        String names = Contiguous.names(leads);
        return Optional.of(new Finding(
                "Y07",
                "HYPERACUTE_T",
                TriageLevel.YELLOW,
                false,
                0.6,
                evidence,
                "%s 导联T波相对QRS异常高大，超急性期T波可能：请于5至10分钟后复查心电图。".formatted(names),
                "T large beside its QRS in %s, possibly hyperacute: repeat in 5 to 10 minutes.".formatted(names)));
    }

    private static double least(Lead lead, RuleProfile profile) {
        return profile.value(lead.limb() ? "Y07.hyperacute-limb" : "Y07.hyperacute-chest");
    }
}
