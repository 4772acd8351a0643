package org.ecgnet.triage.statement;

import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.LeadIntervals;
import org.ecgnet.triage.measure.MeasuredEcg;

/** Scores of the rhythms that the ventricles or a pacemaker lead. */
final class VentricularRhythm {

    /** A pulse leads a beat within this: AV-sequential pacing included. */
    private static final int PULSE_LEADS_MILLIS = 300;

    private static final int PULSE_BEFORE_R_MILLIS = 4;

    /** Half of the leads are as wide as this in a QRS of 120 ms over all leads; else noise in some has widened it. */
    private static final double WIDE_IN_LEADS_MILLIS = 110;

    /** Ventricular tachycardia of one shape is steadier than this. */
    static final double IRREGULAR = 0.1;

    private VentricularRhythm() {}

    /** At least two neighbouring windows of 4 s without organised beats; organised ones are a tachycardia. */
    static double fibrillation(MeasuredEcg ecg) {
        int run = ecg.fibrillation().longestRun().size();
        int needed = Math.min(3, Math.max(1, ecg.fibrillation().windows().size()));
        if (run < needed) {
            return 0.3 * run / needed;
        }
        return organised(ecg) ? 0.4 : 0.98;
    }

    /** Beats of one shape at a steady, possible rate: a tachycardia and no fibrillation. */
    private static boolean organised(MeasuredEcg ecg) {
        long dominant = ecg.beats().stream()
                .filter(beat -> beat.usual() || beat.kind() == Beat.Kind.SUPRAVENTRICULAR)
                .count();
        boolean oneShape = dominant >= 0.7 * ecg.beats().size() && ecg.beats().size() >= 5;
        return oneShape && ecg.rhythm().irregularity() < 0.12 && ecg.rhythm().meanRateBpm() < 290;
    }

    /** Share of the beats that a pulse leads; claimed when it is more than half. */
    static double paced(MeasuredEcg ecg, UnitMarks marks) {
        if (ecg.beats().isEmpty() || marks.paceSamples().isEmpty()) {
            return 0;
        }
        int reach = ecg.signals().rate().samplesIn(PULSE_LEADS_MILLIS);
        int least = ecg.signals().rate().samplesIn(PULSE_BEFORE_R_MILLIS);
        long led = ecg.beats().stream()
                .filter(beat -> marks.paceSamples().stream()
                        .anyMatch(p -> p < beat.anchor() - least && beat.anchor() - p <= reach))
                .count();
        double share = (double) led / ecg.beats().size();
        return share > 0.5 ? share : 0.9 * share;
    }

    /** Share of wide beats and rate: VT until disproved. */
    static double wideQrsTachycardia(MeasuredEcg ecg) {
        if (ecg.beats().size() < 4 || ecg.rhythm().meanRateBpm() < 100) {
            return 0;
        }
        double wide = Statements.wideShare(ecg);
        double leads = ecg.leadIntervals().map(LeadIntervals::qrsMillis).orElse(WIDE_IN_LEADS_MILLIS);
        if (leads < WIDE_IN_LEADS_MILLIS) {
            return Math.min(0.3, wide);
        }
        double pr = AtrialRhythm.prMillis(ecg);
        boolean led =
                AtrialRhythm.leadingP(ecg) >= 0.7 || (ecg.atrial().reproducibility() >= 0.7 && pr >= 90 && pr <= 400);
        boolean sinus = ecg.rhythm().meanRateBpm() < 150 && led;
        boolean fibrillatingAtria =
                ecg.rhythm().meanRateBpm() < 150 && ecg.rhythm().irregularity() >= IRREGULAR;
        return sinus || fibrillatingAtria ? Math.min(0.3, wide) : Statements.logistic(20 * (wide - 0.75));
    }
}
