package org.ecgnet.triage.ischemia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.Contiguous;

/** ST raised by half its limit or more, but not by all of it, and mirrored by a depression: an infarction under way. */
final class BorderlineElevation {

    private BorderlineElevation() {}

    static Optional<Finding> finding(EcgCase ecg, RuleProfile profile) {
        if (!StElevation.raised(ecg, profile).isEmpty()) {
            return Optional.empty(); // R11's
        }
        double share = profile.value("Y07.borderline-share");
        ToDoubleFunction<Lead> limit = lead -> share * StElevation.limit(lead, ecg.patient(), profile);
        Set<Lead> raised = StElevation.raised(ecg, profile, limit);
        List<Evidence> reciprocal = StElevation.reciprocal(ecg, profile, raised);
        if (raised.isEmpty() || reciprocal.isEmpty()) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>(StElevation.evidence(ecg, raised, limit));
        evidence.addAll(reciprocal);
        String names = Contiguous.names(raised);
        return Optional.of(new Finding(
                "Y07",
                "ST_ELEVATION_BORDERLINE",
                TriageLevel.YELLOW,
                false,
                0.5,
                evidence,
                "%s 导联ST段抬高接近阈值并伴对应性压低：请于5至10分钟后复查心电图。".formatted(names),
                "ST in %s raised close to the limit, with reciprocal depression: repeat in 5 to 10 minutes."
                        .formatted(names)));
    }
}
