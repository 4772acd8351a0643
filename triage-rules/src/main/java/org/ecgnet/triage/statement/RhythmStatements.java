package org.ecgnet.triage.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.AvConduction;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.MeasuredEcg;

/**
 * Scores of the rhythm: sinus rhythms by rate, atrial fibrillation and flutter, tachycardias, fibrillation, asystole, ectopy,
 * pacing, AV block.
 */
final class RhythmStatements {

    private RhythmStatements() {}

    /** Only VF and ASYSTOLE when the ventricles fibrillate or stand still: then no other statement means anything. */
    static Map<String, Double> of(MeasuredEcg ecg, UnitMarks marks) {
        Map<String, Double> scores = new LinkedHashMap<>();
        double vf = VentricularRhythm.fibrillation(ecg);
        scores.put("VF", vf);
        if (vf >= Scores.CLAIM || ecg.beats().size() < 2) {
            scores.put("ASYSTOLE", ecg.beats().isEmpty() && vf < Scores.CLAIM ? 1.0 : 0.0);
            return scores;
        }
        double paced = VentricularRhythm.paced(ecg, marks);
        double wideFast = VentricularRhythm.wideQrsTachycardia(ecg) * (1 - paced);
        double flutter = AtrialRhythm.flutter(ecg) * (1 - paced) * (1 - wideFast);
        double af = AtrialRhythm.fibrillation(ecg);
        scores.put("PACED", paced);
        scores.put("VT", wideFast);
        // irregular beats of one wide shape are fibrillation with a block, or over a pathway, as much as a tachycardia
        boolean regular = ecg.rhythm().irregularity() < VentricularRhythm.IRREGULAR;
        double fibrillates = wideFast >= Scores.CLAIM && regular ? Math.min(af, 0.49) : af * (1 - flutter);
        scores.put("AF", fibrillates);
        scores.put("AFL", flutter);
        AtrialRhythm.byRate(ecg, Math.max(Math.max(fibrillates, flutter), wideFast), scores);
        scores.put("SA", AtrialRhythm.sinus(ecg) * (1 - af) * (1 - flutter) * AtrialRhythm.breathing(ecg));
        avBlock(ecg, (1 - fibrillates) * (1 - flutter) * (1 - wideFast), scores);
        scores.put("PVC", share(ecg, Beat.Kind.VENTRICULAR));
        scores.put("PAC", (1 - fibrillates) * share(ecg, Beat.Kind.SUPRAVENTRICULAR));
        return scores;
    }

    /** @param atriaInStep how sure it is that no fibrillation, flutter or ventricular tachycardia explains the beats */
    private static void avBlock(MeasuredEcg ecg, double atriaInStep, Map<String, Double> scores) {
        AvConduction conduction = AvConduction.of(ecg);
        double sure = 0.5 + 0.1 * Math.min(4, conduction.blocked().size());
        boolean complete = conduction.kind() == AvConduction.Kind.COMPLETE;
        scores.put("AVB3", complete ? sure * atriaInStep : 0.0);
        scores.put("AVB2", conduction.kind().second() ? sure * atriaInStep : 0.0);
        double late = Statements.logistic((AtrialRhythm.prMillis(ecg) - AtrialRhythm.LONG_PR_MILLIS) / 5);
        // the P of the median beat must be that of the beats, and no T of early ones
        double seen = Math.min(1, 2 * ecg.atrial().pShare());
        scores.put("AVB1", complete ? 0.0 : AtrialRhythm.sinus(ecg) * atriaInStep * late * seen);
    }

    private static double share(MeasuredEcg ecg, Beat.Kind kind) {
        long count = ecg.beats().stream().filter(beat -> beat.kind() == kind).count();
        return count == 0 ? 0 : Math.min(1, 0.5 + 0.1 * count);
    }
}
