package org.ecgnet.triage.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.MeasuredEcg;

/** Scores every statement that the measurements can support: rhythm first, since conduction and shape depend on it. */
public final class Statements {

    /** Stretches before the QRS that are less alike than this hold no P wave. */
    public static final double P_AGAIN = AtrialRhythm.P_AGAIN;

    /** RR changes of this share of RR and more are irregular. */
    public static final double IRREGULAR = AtrialRhythm.IRREGULAR;

    /** Atrial cycles this much alike are flutter. */
    public static final double FLUTTER_AGAIN = AtrialRhythm.FLUTTER_AGAIN;

    private Statements() {}

    /** The scores for one recording of somebody unknown. */
    public static Scores of(MeasuredEcg ecg, UnitMarks marks) {
        return of(ecg, marks, Patient.UNKNOWN);
    }

    /** The scores for one recording. */
    public static Scores of(MeasuredEcg ecg, UnitMarks marks, Patient patient) {
        Map<String, Double> scores = new LinkedHashMap<>(RhythmStatements.of(ecg, marks));
        Scores rhythm = new Scores(scores);
        if (rhythm.claimed("VF") || ecg.beats().size() < 2) {
            return rhythm;
        }
        scores.putAll(ConductionStatements.of(ecg, rhythm, patient));
        scores.putAll(ShapeStatements.of(ecg, new Scores(scores), patient));
        return new Scores(scores);
    }

    /** PR in milliseconds, as readers mark it lead by lead; 0 without P. */
    public static double prMillis(MeasuredEcg ecg) {
        return AtrialRhythm.prMillis(ecg);
    }

    static double logistic(double evidence) {
        return 1 / (1 + Math.exp(-evidence));
    }

    /** Share of the beats whose shape is at least 120 ms wide. */
    public static double wideShare(MeasuredEcg ecg) {
        long wide = ecg.beats().stream().filter(Beat::wide).count();
        return ecg.beats().isEmpty() ? 0 : (double) wide / ecg.beats().size();
    }

    /** The statements a reading lists, highest first. */
    public static List<Map.Entry<String, Double>> ordered(Scores scores) {
        return scores.byCode().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
