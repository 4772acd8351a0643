package org.ecgnet.protocol.device.reference;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;

/** The numbers of leads on the wire (package description, ANNOUNCEMENT): one above the place in this list. */
final class LeadCodes {

    private static final List<Lead> LEADS = List.of(
            Lead.I, Lead.II, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF, Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5,
            Lead.V6, Lead.V3R, Lead.V4R, Lead.V7, Lead.V8, Lead.V9);

    private LeadCodes() {}

    static int of(Lead lead) {
        return LEADS.indexOf(lead) + 1;
    }

    static Optional<Lead> lead(int code) {
        return code < 1 || code > LEADS.size() ? Optional.empty() : Optional.of(LEADS.get(code - 1));
    }
}
