package org.ecgnet.triage.statement;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.MeasuredEcg;

/**
 * Scar of an infarction by its Q waves (UDMI-4: 30 ms and 0.1 mV, 20 ms in V2 and V3, QS) and by the loss of R from V1 to
 * V4 (Zema 1982: R of V3 of 0.3 mV or less).
 */
final class OldInfarction {

    private static final Set<Lead> V2_V3 = Set.of(Lead.V2, Lead.V3);
    private static final Set<Lead> Q_LEADS =
            Set.of(Lead.I, Lead.II, Lead.III, Lead.AVL, Lead.AVF, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);
    private static final List<Contiguous> PAIRS = Contiguous.PAIRS.stream()
            .filter(pair -> Q_LEADS.contains(pair.first()) && Q_LEADS.contains(pair.second()))
            .toList();

    private static final double Q_MILLIS = 30;
    private static final double Q_MICROVOLTS = 100;
    private static final double EARLY_Q_MILLIS = 20;
    private static final double EARLY_Q_MICROVOLTS = 50;
    private static final double QS_MICROVOLTS = 200;
    private static final double MOST_SHARE = 2;

    private static final double LOW_R_MICROVOLTS = 300;
    private static final double LEAST_R_MICROVOLTS = 20;

    /** R over S of V3 below this is low (proposed). */
    private static final double LOW_R_SHARE = 0.15;

    /** R must grow from lead to lead; a loss of this much is no noise (proposed). */
    private static final double SHRUNK_SHARE = 0.7;

    private static final double STEEPNESS = 4;

    private OldInfarction() {}

    static double score(MeasuredEcg ecg, Scores soFar) {
        double q = Contiguous.shared(PAIRS, lead -> q(ecg, lead));
        double lost = (1 - 0.5 * soFar.of("LAFB")) * (1 - soFar.of("LVH")) * lostR(ecg);
        return Statements.logistic(STEEPNESS * (Math.max(q, lost) - 1));
    }

    /** How far this lead's Q reaches the limits: 1 is both of them. */
    private static double q(MeasuredEcg ecg, Lead lead) {
        LeadLevels levels = levels(ecg, lead);
        boolean early = V2_V3.contains(lead);
        double qs = levels.r() < 20 ? -levels.s() / QS_MICROVOLTS : 0;
        double duration = levels.qMillis() / (early ? EARLY_Q_MILLIS : Q_MILLIS);
        double depth = -levels.q() / (early ? EARLY_Q_MICROVOLTS : Q_MICROVOLTS);
        return Math.min(MOST_SHARE, Math.max(qs, Math.min(duration, depth)));
    }

    /** R of V3 low by itself and beside its S, or R shrinking from V3 to V4 or from V4 to V5 to less than that. */
    private static double lostR(MeasuredEcg ecg) {
        double low = lowR(ecg, Lead.V3);
        double shrinking = Math.max(shrunk(ecg, Lead.V3, Lead.V4), shrunk(ecg, Lead.V4, Lead.V5));
        return Math.max(low, shrinking);
    }

    private static double lowR(MeasuredEcg ecg, Lead lead) {
        LeadLevels levels = levels(ecg, lead);
        double s = -Math.min(levels.s(), levels.q());
        double beside = s < LOW_R_MICROVOLTS ? 0 : LOW_R_SHARE * s / Math.max(LEAST_R_MICROVOLTS, levels.r());
        return Math.min(MOST_SHARE, Math.min(beside, LOW_R_MICROVOLTS / Math.max(LEAST_R_MICROVOLTS, levels.r())));
    }

    private static double shrunk(MeasuredEcg ecg, Lead before, Lead after) {
        return levels(ecg, after).r() < SHRUNK_SHARE * levels(ecg, before).r() ? lowR(ecg, after) : 0;
    }

    private static LeadLevels levels(MeasuredEcg ecg, Lead lead) {
        return ecg.levels().getOrDefault(lead, LeadLevels.NONE);
    }
}
