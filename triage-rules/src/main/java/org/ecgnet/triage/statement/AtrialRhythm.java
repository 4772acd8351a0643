package org.ecgnet.triage.statement;

import java.util.List;
import java.util.Map;
import org.ecgnet.triage.measure.AtrialActivity;
import org.ecgnet.triage.measure.AvConduction;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.LeadIntervals;
import org.ecgnet.triage.measure.MeasuredEcg;

/** Scores of the rhythms that the atria lead. */
final class AtrialRhythm {

    /**
     * First-degree block from 0.22 s (Minnesota code 6-3). The 0.20 s of textbooks is read in one lead; from the earliest P
     * to the earliest QRS of all leads the PR is longer, and readers do not call 200 to 218 ms of it a block.
     */
    static final double LONG_PR_MILLIS = 219;

    /** Below: bradycardia, between the 60/min of older and the 50/min of newer definitions (ACC/AHA/HRS 2018). */
    private static final double SLOW_BPM = 55;

    /** 100/min once rounded to whole beats, as rates are written. */
    private static final double FAST_BPM = 99.5;

    /** What comes before the QRS is alike from beat to beat: P waves. Sinus rhythms lie above 0.7, fibrillation below 0.5. */
    static final double P_AGAIN = 0.6;

    /** The stretches before the QRS hold e times the power of the rest of diastole: P waves, whatever their shapes. */
    private static final double P_STANDS_OUT = 1;

    /** RR changes from beat to beat by this share and more in fibrillation. */
    static final double IRREGULAR = 0.085;

    /** With ectopy more of the intervals are the same than in fibrillation, where a quarter of them may be by chance. */
    private static final double EVEN_SHARE = 0.31;

    /** Flutter waves repeat themselves 0.7 and better; T, P and QRS evenly spaced by a long PR reach 0.58. */
    static final double FLUTTER_AGAIN = 0.64;

    private static final double SVT_BPM = 150;

    /** Longest over shortest RR of a sinus rhythm that is called arrhythmic. */
    private static final double BREATHING = 1.2;

    private AtrialRhythm() {}

    /** Irregular RR, and neither a P that comes again nor waves of any shape where P belongs: the weaker of the two decides. */
    static double fibrillation(MeasuredEcg ecg) {
        if (ecg.rhythm().rrMillis().size() < 4 || ecg.rhythm().alternates()) {
            return 0;
        }
        double irregular = 60 * (ecg.rhythm().irregularity() - IRREGULAR);
        double uneven = 30 * (EVEN_SHARE - ecg.rhythm().evenShare());
        double p = Math.max(
                ecg.atrial().reproducibility(),
                P_AGAIN / P_STANDS_OUT * ecg.atrial().prominence());
        double noP = 14 * (P_AGAIN - p);
        double score = Statements.logistic(2 * Math.min(4, Math.min(noP, Math.min(irregular, uneven))));
        // P waves on time, some of them blocked, are no fibrillation however irregular the beats
        return AvConduction.of(ecg).kind().second() ? Math.min(score, 0.1) : score;
    }

    /** Atria that repeat themselves faster than any sinus node. */
    static double flutter(MeasuredEcg ecg) {
        AtrialActivity atrial = ecg.atrial();
        return atrial.cycleMillis() == 0 ? 0 : Statements.logistic(25 * (atrial.cycleStrength() - FLUTTER_AGAIN));
    }

    /** How sure it is that P waves lead the beats. */
    static double sinus(MeasuredEcg ecg) {
        return Statements.logistic(14 * (ecg.atrial().reproducibility() - P_AGAIN));
    }

    /** PR as readers mark it lead by lead; the global one where the median beat is not at hand; 0 without P. */
    static double prMillis(MeasuredEcg ecg) {
        return ecg.leadIntervals()
                .map(LeadIntervals::prMillis)
                .orElse(ecg.prMillis())
                .orElse(0);
    }

    /** How much the RR interval swings as with the breath: the longest interval between sinus beats against the shortest. */
    static double breathing(MeasuredEcg ecg) {
        double longest = 0;
        double shortest = Double.MAX_VALUE;
        List<Beat> beats = ecg.beats();
        for (int k = 1; k + 1 < beats.size(); k++) {
            if (sinus(beats.get(k - 1)) && sinus(beats.get(k)) && sinus(beats.get(k + 1))) {
                double rr = ecg.millis(beats.get(k).anchor(), beats.get(k + 1).anchor());
                longest = Math.max(longest, rr);
                shortest = Math.min(shortest, rr);
            }
        }
        return longest == 0 ? 0 : Statements.logistic((longest / shortest - BREATHING) / 0.02);
    }

    private static boolean sinus(Beat beat) {
        return beat.usual();
    }

    /**
     * Share of beats led by a believable P: not too large, not too long, at a possible distance. Otherwise what was
     * taken for P is the flank of a T wave.
     */
    static double leadingP(MeasuredEcg ecg) {
        if (ecg.waves().isEmpty() || ecg.waves().get().pOn().isEmpty()) {
            return 0;
        }
        Delineation waves = ecg.waves().get();
        double length = ecg.millis(waves.pOn().orElse(0), waves.pOff().orElse(0));
        double pr = ecg.prMillis().orElse(0);
        boolean believable = ecg.atrial().pMicrovolts() < 600 && length >= 40 && length <= 180 && pr >= 90 && pr <= 400;
        return believable ? ecg.atrial().pShare() : 0;
    }

    /** Sinus rhythms by rate, and regular narrow tachycardia without sinus P. */
    static void byRate(MeasuredEcg ecg, double other, Map<String, Double> scores) {
        double rate = ecg.rhythm().meanRateBpm();
        double regularFast = ecg.rhythm().irregularity() < 0.08 && Statements.wideShare(ecg) < 0.5 ? 1 : 0;
        double supraventricular =
                regularFast * Statements.logistic((rate - SVT_BPM) / 5) * (rate >= 170 ? 1 : 1 - 0.8 * leadingP(ecg));
        scores.put("SVT", supraventricular * (1 - other));
        double sinus = (1 - other) * sinus(ecg) * (supraventricular >= Scores.CLAIM ? 0.4 : 1);
        scores.put("SB", Math.min(sinus, Statements.logistic((SLOW_BPM - rate) / 1.5)));
        scores.put("ST", Math.min(sinus, Statements.logistic((rate - FAST_BPM) / 1.5)));
        scores.put("SR", sinus * (rate < FAST_BPM ? 1 : 0.4));
    }
}
