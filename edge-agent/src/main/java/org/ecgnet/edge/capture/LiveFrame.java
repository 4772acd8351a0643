package org.ecgnet.edge.capture;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;

/**
 * A stretch of the live trace for the eye, not for reading: fewer samples, peaks kept.
 *
 * @param hertz samples of a lead in a second
 * @param leads in the order of the trace
 * @param microvolts by lead and sample, rounded
 * @param leadsOff leads with an electrode off in it
 * @param gap true when samples before it were lost
 */
public record LiveFrame(int hertz, List<Lead> leads, int[][] microvolts, Set<Lead> leadsOff, boolean gap) {

    public LiveFrame {
        leads = List.copyOf(leads);
        leadsOff = Set.copyOf(leadsOff);
    }
}
