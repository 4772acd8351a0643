package org.ecgnet.format.wfdb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ecgnet.ecg.Lead;

/**
 * Signal names to leads. Names of standard leads are taken in any case, with or without {@code lead} before them;
 * Holter names by the lead that they stand for: MLI, MLII, MLIII, MV1 ... MV6 are modified leads, read as the lead
 * without the M. Signals that only say {@code ECG} are told apart by their order: the first is read as II and the
 * second as V1, a convention of this reader, since such a file does not say.
 */
final class WfdbLeads {

    private static final Map<String, Lead> ALSO = Map.of("MLI", Lead.I, "MLII", Lead.II, "MLIII", Lead.III);
    private static final List<Lead> UNNAMED = List.of(Lead.II, Lead.V1);

    private WfdbLeads() {}

    /** @throws WfdbException for a name that stands for no lead, or two signals of one lead */
    static List<Lead> of(List<SignalSpec> signals) {
        List<Lead> leads = new ArrayList<>();
        Set<Lead> seen = new HashSet<>();
        int unnamed = 0;
        for (SignalSpec signal : signals) {
            boolean says = !signal.name().equalsIgnoreCase("ECG");
            if (!says && unnamed == UNNAMED.size()) {
                throw new WfdbException("signals named ECG: more than two (expected: leads with names)");
            }
            Lead lead = says ? named(signal.name()) : UNNAMED.get(unnamed++);
            if (!seen.add(lead)) {
                throw new WfdbException("signal '" + signal.name() + "': lead " + lead.label() + " is there already");
            }
            leads.add(lead);
        }
        return leads;
    }

    private static Lead named(String name) {
        String plain =
                name.toUpperCase(Locale.ROOT).replaceFirst("^LEAD\\s+", "").strip();
        if (ALSO.containsKey(plain)) {
            return ALSO.get(plain);
        }
        return Lead.named(plain.matches("MV[1-6]") ? plain.substring(1) : plain)
                .orElseThrow(() -> new WfdbException("signal '" + name + "' (expected: I, II, III, aVR, aVL, aVF,"
                        + " V1 ... V9, V3R, V4R, MLI, MLII, MLIII, MV1 ... MV6 or ECG)"));
    }
}
