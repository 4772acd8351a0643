package org.ecgnet.triage.live;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.Finding;

/**
 * Watches one running exam for the rhythms that kill within minutes: asystole (R01), ventricular fibrillation (R03) and
 * wide-QRS tachycardia (R05).
 *
 * <p>Made for one exam and one thread. Its memory is bounded: the last seconds of signal.
 */
public final class LiveWatch {

    private final List<Lead> leads;

    /** @param scales one a lead, in the order of {@code leads} */
    public LiveWatch(SampleRate rate, List<Lead> leads, List<LeadScale> scales) {
        if (leads.size() != scales.size() || rate.hertz() < 50) {
            throw new IllegalArgumentException("leads: " + leads.size() + ", scales: " + scales.size() + ", rate: "
                    + rate.hertz() + " (expected: one scale a lead, at least 50 Hz)");
        }
        this.leads = List.copyOf(leads);
    }

    /**
     * Takes the next chunk, in order and without holes.
     *
     * @param counts by lead and sample, about one second
     * @param leadsOff leads of which the unit reports an electrode as off
     * @return what begins to be true with this chunk: each finding once an episode
     */
    @SuppressWarnings("UnusedVariable") // the watch is being built behind this signature
    public List<Finding> next(int[][] counts, Set<Lead> leadsOff) {
        if (counts.length != leads.size()) {
            throw new IllegalArgumentException("leads: " + counts.length + " (expected: " + leads.size() + ")");
        }
        return List.of();
    }
}
