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
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * R16: de Winter's pattern of an occluded LAD: in two neighbouring chest leads ST sunken at J that climbs straight into a
 * tall T (de Winter, NEJM 2008; ACC 2022). An aVR raised by 0.05 to 0.1 mV stands in the evidence and is no condition.
 */
public final class DeWinterRule implements TriageRule {

    private static final Set<Lead> CHEST = Set.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    @Override
    public String id() {
        return "R16";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        Optional<String> closed = StGates.closed(ecg);
        if (closed.isPresent()) {
            return Verdict.absent(closed.get());
        }
        Set<Lead> leads = Contiguous.neighbours(
                Contiguous.PAIRS, lead -> CHEST.contains(lead) && climbs(StGates.levels(ecg, lead), profile));
        if (leads.isEmpty()) {
            return Verdict.absent("no sunken ST that climbs into a tall T in two neighbouring chest leads");
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Lead lead : leads) {
            LeadLevels levels = StGates.levels(ecg, lead);
            evidence.add(ecg.evidence(lead, "ST at J", levels.j(), profile.value("R16.depression"), "uV"));
            evidence.add(ecg.evidence(lead, "T", levels.tWave().positive(), profile.value("R16.tall-t"), "uV"));
        }
        double avr = StGates.levels(ecg, Lead.AVR).j();
        if (avr >= profile.value("R16.avr")) {
            evidence.add(ecg.evidence(Lead.AVR, "ST at J", avr, profile.value("R16.avr"), "uV"));
        }
        String names = Contiguous.names(leads);
        return Verdict.present(new Finding(
                id(),
                "DE_WINTER",
                TriageLevel.RED,
                false,
                0.85,
                evidence,
                "%s 导联J点压低、ST段上斜并入高尖T波（de Winter图形），疑似前降支急性闭塞。".formatted(names),
                "ST sunken at J and climbing into a tall T in %s (de Winter): suspected occlusion of the LAD."
                        .formatted(names)));
    }

    private static boolean climbs(LeadLevels levels, RuleProfile profile) {
        double sunken = profile.value("R16.depression");
        return levels.j() <= sunken
                && levels.st().j20() <= profile.value("R11.persisting") * sunken // else it is the end of S
                && levels.st().j80() - levels.j() >= profile.value("R16.rise")
                && levels.tWave().positive() >= profile.value("R16.tall-t")
                && levels.tWave().positive() > -levels.tWave().negative();
    }
}
