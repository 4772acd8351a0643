package org.ecgnet.triage.ischemia;

import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.measure.LeadLevels;

/**
 * Whether an ST elevation has the shape of early repolarisation rather than of an infarction.
 *
 * <p>Proposed, after the ST/T ratio of Ginzton and Laks (1982) and the marks that speak for infarction in Smith (2012): a
 * small ST beside a T that is itself no hyperacute one, R waves kept, no Q. It only ever turns an elevation without
 * symptoms, without reciprocal depression and below twice the limit into a yellow that asks for a repeat.
 */
final class EarlyRepolarisation {

    private static final double MOST_ST_TO_T = 0.4;
    private static final double MOST_T_TO_QRS = 0.6;
    private static final double Q_MICROVOLTS = 100;
    private static final double Q_MILLIS = 30;
    private static final double R_MICROVOLTS = 400;

    private EarlyRepolarisation() {}

    static boolean fits(EcgCase ecg, Set<Lead> raised) {
        double ratio = 0;
        for (Lead lead : raised) {
            LeadLevels levels = StGates.levels(ecg, lead);
            boolean q = levels.q() <= -Q_MICROVOLTS && levels.qMillis() >= Q_MILLIS;
            boolean hyperacute = levels.t() > MOST_T_TO_QRS * StGates.qrsHeight(ecg, lead);
            if (q || hyperacute || levels.r() < R_MICROVOLTS || levels.t() <= 0) {
                return false;
            }
            ratio += levels.j() / levels.t() / raised.size();
        }
        return ratio <= MOST_ST_TO_T;
    }
}
