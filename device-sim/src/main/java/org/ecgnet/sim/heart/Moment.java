package org.ecgnet.sim.heart;

import java.util.Set;
import org.ecgnet.ecg.Lead;

/**
 * One sample of every lead, as a unit's converter gives it.
 *
 * @param counts in the order of the stream's leads
 * @param leadsOff leads with an electrode off
 * @param pace the unit saw a pacing pulse
 */
public record Moment(int[] counts, Set<Lead> leadsOff, boolean pace) {

    public Moment {
        leadsOff = Set.copyOf(leadsOff);
    }
}
