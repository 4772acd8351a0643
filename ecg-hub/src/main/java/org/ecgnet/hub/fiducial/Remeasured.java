package org.ecgnet.hub.fiducial;

import org.ecgnet.ecg.Recording;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.measure.MeasuredEcg;

/**
 * A stored recording measured once more, for whoever wants to see the median beat the reading stands on. The same
 * engine gives the same measurements; no profile changes them.
 */
public final class Remeasured {

    private static final Triage ENGINE = new Triage(RuleProfile.DEFAULT);

    private Remeasured() {}

    public static MeasuredEcg of(Exam exam, Recording recording) {
        return ENGINE.examine(recording, exam.patient(), exam.symptoms()).ecg().measured();
    }
}
