package org.ecgnet.triage.ischemia;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * Q waves of an infarction (UDMI-4, table on prior infarction): 30 ms and 0.1 mV, or QS, in two contiguous leads of I, II,
 * III, aVL, aVF and V4 to V6; any Q of 20 ms, or QS, in V2 and V3.
 */
final class PathologicalQ {

    private static final Set<Lead> V2_V3 = Set.of(Lead.V2, Lead.V3);
    private static final Set<Lead> OTHERS =
            Set.of(Lead.I, Lead.II, Lead.III, Lead.AVL, Lead.AVF, Lead.V4, Lead.V5, Lead.V6);

    /** A negative QRS of this depth without an R before it is QS; less is no complex to judge. */
    private static final double QS_MICROVOLTS = 200;

    /** Without V1, whose QS is normal. */
    private static final List<Contiguous> PAIRS =
            Contiguous.PAIRS.stream().filter(pair -> pair.first() != Lead.V1).toList();

    private PathologicalQ() {}

    /** The leads with one that have a contiguous one with one too. */
    static Set<Lead> leads(EcgCase ecg, RuleProfile profile) {
        Set<Lead> found = Contiguous.neighbours(PAIRS, lead -> at(ecg, lead, profile));
        return found.isEmpty() ? EnumSet.noneOf(Lead.class) : EnumSet.copyOf(found);
    }

    static boolean at(EcgCase ecg, Lead lead, RuleProfile profile) {
        if (!StGates.recorded(ecg, lead)) {
            return false;
        }
        LeadLevels levels = StGates.levels(ecg, lead);
        boolean qs = levels.r() == 0 && levels.s() <= -QS_MICROVOLTS;
        if (V2_V3.contains(lead)) {
            return qs || levels.q() < 0 && levels.qMillis() >= profile.value("Y11.v2-v3-duration");
        }
        return OTHERS.contains(lead)
                && (qs
                        || levels.q() <= profile.value("Y11.depth")
                                && levels.qMillis() >= profile.value("Y11.duration"));
    }
}
