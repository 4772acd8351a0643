package org.ecgnet.protocol.device;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;

/** Which leads cannot be trusted when a unit reports some of its own as off. */
public final class LeadsOff {

    private static final Set<Lead> FROM_LIMBS = Set.of(Lead.III, Lead.AVR, Lead.AVL, Lead.AVF);

    private LeadsOff() {}

    /**
     * The reported leads and those that are computed from one of them: without I or II there is no III, aVR, aVL or
     * aVF (Einthoven, Goldberger).
     *
     * @param measured the leads that the unit sends; one of these is off only when the unit says so
     */
    public static Set<Lead> withDerived(Set<Lead> reported, List<Lead> measured) {
        if (!reported.contains(Lead.I) && !reported.contains(Lead.II)) {
            return Set.copyOf(reported);
        }
        EnumSet<Lead> off = EnumSet.copyOf(reported);
        FROM_LIMBS.stream().filter(lead -> !measured.contains(lead)).forEach(off::add);
        return Set.copyOf(off);
    }
}
