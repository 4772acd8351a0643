package org.ecgnet.protocol.device;

import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;

/** What the samples of a unit mean, from its own announcement or its profile. */
public record UnitFormat(SampleRate rate, List<Lead> leads, List<LeadScale> scales) {

    public UnitFormat {
        leads = List.copyOf(leads);
        scales = List.copyOf(scales);
        if (leads.isEmpty() || leads.size() != scales.size()) {
            throw new IllegalArgumentException(
                    "leads: " + leads.size() + ", scales: " + scales.size() + " (expected: as many, at least one)");
        }
    }
}
