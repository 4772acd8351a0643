package org.ecgnet.triage.statement;

import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.MeasuredEcg;

/** Complete bundle branch blocks by QRS width and the last vector (AHA/ACCF/HRS 2009, part III). */
final class BundleBranch {

    private BundleBranch() {}

    /**
     * Wide, V1 negative, I and V6 positive without Q or deep S; claimed between the 130 ms for women and the 140 ms for men of
     * Strauss (2011).
     */
    static double left(MeasuredEcg ecg) {
        if (!ecg.levels().containsKey(Lead.V1) || !ecg.levels().containsKey(Lead.V6)) {
            return 0;
        }
        LeadLevels v1 = ecg.levels().getOrDefault(Lead.V1, LeadLevels.NONE);
        LeadLevels v6 = ecg.levels().getOrDefault(Lead.V6, LeadLevels.NONE);
        LeadLevels one = ecg.levels().getOrDefault(Lead.I, v6);
        boolean negativeV1 = v1.area() < 0 && v1.r() < 0.3 * -Math.min(v1.s(), v1.q());
        boolean positiveLeft = one.area() > 0 && v6.r() > -2 * v6.s() && one.q() > -40 && v6.q() > -40;
        return negativeV1 && positiveLeft ? Statements.logistic((ecg.qrsMillis().orElse(0) - 136) / 5) : 0;
    }

    /** Wide, V1 ends positive, I or V6 ends with a broad S. */
    static double right(MeasuredEcg ecg) {
        if (!ecg.levels().containsKey(Lead.V1) || !ecg.levels().containsKey(Lead.V6)) {
            return 0;
        }
        LeadLevels v1 = ecg.levels().getOrDefault(Lead.V1, LeadLevels.NONE);
        LeadLevels v6 = ecg.levels().getOrDefault(Lead.V6, LeadLevels.NONE);
        LeadLevels one = ecg.levels().getOrDefault(Lead.I, v6);
        boolean positiveV1 = v1.r() > 150 && v1.area() > -2000;
        boolean lateS = v6.s() < -80 || one.s() < -80;
        return positiveV1 && lateS ? Statements.logistic((ecg.qrsMillis().orElse(0) - 119) / 5) : 0;
    }
}
