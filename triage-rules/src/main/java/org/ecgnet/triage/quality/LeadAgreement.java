package org.ecgnet.triage.quality;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.signal.Smoothing;

/**
 * Whether the limb leads that a unit recorded add up: III = II - I at every instant (Einthoven). They do not when one of
 * them has another scale, bears another's name, or was taken at another time.
 */
public final class LeadAgreement {

    /** Proposed: the largest share in 529 real recordings without a broken lead is 0.28. */
    static final double MOST_SHARE = 0.5;

    private LeadAgreement() {}

    /** True when III is far from II - I; false also when the leads are not there to be asked. */
    public static boolean broken(LeadSignals signals) {
        if (!Set.copyOf(signals.leads()).containsAll(List.of(Lead.I, Lead.II, Lead.III))) {
            return false;
        }
        double[] one = level(signals.of(Lead.I));
        double[] two = level(signals.of(Lead.II));
        double[] three = level(signals.of(Lead.III));
        double[] gap = new double[one.length];
        for (int i = 0; i < gap.length; i++) {
            gap[i] = three[i] - (two[i] - one[i]);
        }
        double size = Math.hypot(Smoothing.deviation(one, 0, one.length), Smoothing.deviation(two, 0, two.length));
        return size > 0 && Smoothing.deviation(gap, 0, gap.length) > MOST_SHARE * size;
    }

    private static double[] level(double[] x) {
        double middle = Smoothing.usual(x);
        double[] level = x.clone();
        for (int i = 0; i < level.length; i++) {
            level[i] -= middle;
        }
        return level;
    }
}
