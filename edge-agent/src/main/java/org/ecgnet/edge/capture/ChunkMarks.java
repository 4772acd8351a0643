package org.ecgnet.edge.capture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.UnitMarks;

/** Collects the unit's marks of one stretch of samples; numbers count from its first sample. For one thread. */
final class ChunkMarks {

    private final Map<Lead, Integer> offSince = new EnumMap<>(Lead.class);
    private final List<LeadOff> leadsOff = new ArrayList<>();
    private final List<Integer> pace = new ArrayList<>();
    private final List<Integer> button = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();

    void pace(int sample) {
        pace.add(sample);
    }

    void button(int sample) {
        button.add(sample);
    }

    void gap(int sample) {
        gaps.add(sample);
    }

    /** From this sample on exactly these leads are off. */
    void off(Set<Lead> leads, int sample) {
        for (Lead lead : List.copyOf(offSince.keySet())) {
            if (!leads.contains(lead)) {
                close(lead, sample);
            }
        }
        for (Lead lead : leads) {
            offSince.putIfAbsent(lead, sample);
        }
    }

    private void close(Lead lead, int sample) {
        Integer from = offSince.remove(lead);
        if (from != null && sample > from) {
            leadsOff.add(new LeadOff(lead, from, sample));
        }
    }

    /** What was collected over so many samples; the next stretch begins empty. */
    UnitMarks take(int samples) {
        off(Set.of(), samples);
        UnitMarks marks = new UnitMarks(leadsOff, pace, button, gaps);
        leadsOff.clear();
        pace.clear();
        button.clear();
        gaps.clear();
        return marks;
    }
}
