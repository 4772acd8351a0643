package org.ecgnet.triage.electrolyte;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.TShape;

/**
 * Tall T waves with a narrow base.
 *
 * @param evidence one a lead that has one
 * @param upright whether one of them stands behind a QRS that is positive too, which the secondary T of a left bundle branch
 *     block does not
 */
record PeakedT(List<Evidence> evidence, boolean upright) {

    PeakedT {
        evidence = List.copyOf(evidence);
    }

    /** In every lead that has one. */
    static PeakedT of(EcgCase ecg, RuleProfile profile) {
        List<Evidence> evidence = new ArrayList<>();
        boolean upright = false;
        for (Map.Entry<Lead, LeadLevels> entry : new TreeMap<>(ecg.measured().levels()).entrySet()) {
            Lead lead = entry.getKey();
            LeadLevels levels = entry.getValue();
            TShape t = levels.tWave();
            double limit = profile.value(lead.limb() ? "R22.limb-t" : "R22.chest-t");
            if (t.positive() >= limit && t.widthMillis() <= profile.value("R22.narrow-base")) {
                evidence.add(ecg.evidence(lead, "T", t.positive(), limit, "uV"));
                upright |= levels.r() > -Math.min(levels.s(), levels.q());
            }
        }
        return new PeakedT(evidence, upright);
    }

    /** True in as many leads as the profile asks for. */
    boolean present(RuleProfile profile) {
        return evidence.size() >= profile.value("R22.leads");
    }

    /** The leads by name. */
    String leads() {
        return String.join(
                ", ",
                evidence.stream()
                        .flatMap(item -> item.lead().stream())
                        .map(Lead::label)
                        .toList());
    }
}
