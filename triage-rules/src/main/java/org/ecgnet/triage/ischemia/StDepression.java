package org.ecgnet.triage.ischemia;

import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.LeadLevels;

/** When a sunken ST is horizontal or falling, which ischaemia is, and not climbing, which a fast rate is. */
final class StDepression {

    private StDepression() {}

    /** At or below the limit at J and 60 ms later, without rising between. */
    static boolean horizontal(LeadLevels levels, double limit, RuleProfile profile) {
        return levels.j() <= limit && levels.j60() <= limit && levels.j60() <= levels.j() + profile.value("R18.level");
    }
}
