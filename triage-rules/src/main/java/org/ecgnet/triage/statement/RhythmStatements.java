package org.ecgnet.triage.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.Delineation;
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
        double vf = fibrillation(ecg);
        scores.put("VF", vf);
        if (vf >= Scores.CLAIM || ecg.beats().size() < 2) {
            scores.put("ASYSTOLE", ecg.beats().isEmpty() && vf < Scores.CLAIM ? 1.0 : 0.0);
            return scores;
        }
        double paced = paced(ecg, marks);
        double af = atrialFibrillation(ecg) * (1 - paced);
        double wideFast = wideQrsTachycardia(ecg) * (1 - paced);
        scores.put("PACED", paced);
        scores.put("AF", wideFast >= Scores.CLAIM && ecg.rhythm().meanRateBpm() >= 150 ? Math.min(af, 0.49) : af);
        scores.put("VT", wideFast);
        rhythmByRate(ecg, Math.max(scores.get("AF"), wideFast), scores);
        scores.put("AVB1", sinusLike(ecg) * Statements.logistic((ecg.prMillis().orElse(0) - 202) / 5));
        scores.put("PVC", share(ecg, Beat.Kind.VENTRICULAR));
        scores.put("PAC", (1 - scores.get("AF")) * share(ecg, Beat.Kind.SUPRAVENTRICULAR));
        return scores;
    }

    /** At least two neighbouring windows of 4 s without organised beats; organised ones are a tachycardia. */
    private static double fibrillation(MeasuredEcg ecg) {
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
                .filter(beat -> beat.kind() == Beat.Kind.NORMAL || beat.kind() == Beat.Kind.SUPRAVENTRICULAR)
                .count();
        boolean oneShape = dominant >= 0.7 * ecg.beats().size() && ecg.beats().size() >= 5;
        return oneShape && ecg.rhythm().irregularity() < 0.12 && ecg.rhythm().meanRateBpm() < 290;
    }

    private static double paced(MeasuredEcg ecg, UnitMarks marks) {
        if (ecg.beats().isEmpty() || marks.paceSamples().isEmpty()) {
            return 0;
        }
        int reach = ecg.signals().rate().samplesIn(120);
        long led = ecg.beats().stream()
                .filter(beat -> marks.paceSamples().stream().anyMatch(p -> p <= beat.r() && beat.r() - p <= reach))
                .count();
        return (double) led / ecg.beats().size();
    }

    /**
     * Irregular RR without P waves. Weights set on the AF and non-AF recordings of the development folder: half the
     * evidence is irregularity above 8.5 % of the RR, half the lack of a wave like the median P before the beats.
     */
    private static double atrialFibrillation(MeasuredEcg ecg) {
        if (ecg.rhythm().rrMillis().size() < 4) {
            return 0;
        }
        double irregular = Math.max(-4, Math.min(2, 30 * (ecg.rhythm().irregularity() - 0.085)));
        double noP = Math.max(-4, Math.min(2, 8 * (0.7 - ecg.atrial().pShare())));
        return Statements.logistic(irregular + noP);
    }

    /** Share of wide beats and rate: VT until disproved. */
    private static double wideQrsTachycardia(MeasuredEcg ecg) {
        if (ecg.beats().size() < 4 || ecg.rhythm().meanRateBpm() < 100) {
            return 0;
        }
        double wide = Statements.wideShare(ecg);
        boolean sinus = ecg.rhythm().meanRateBpm() < 150 && leadingP(ecg) >= 0.7;
        boolean fibrillatingAtria =
                ecg.rhythm().meanRateBpm() < 150 && ecg.rhythm().irregularity() >= 0.1;
        return sinus || fibrillatingAtria ? Math.min(0.3, wide) : Statements.logistic(20 * (wide - 0.75));
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

    private static double sinusLike(MeasuredEcg ecg) {
        return ecg.rhythm().irregularity() < 0.2 ? leadingP(ecg) : 0.5 * leadingP(ecg);
    }

    private static void rhythmByRate(MeasuredEcg ecg, double other, Map<String, Double> scores) {
        double rate = ecg.rhythm().meanRateBpm();
        double p = leadingP(ecg);
        double sinus = (1 - other) * Statements.logistic(6 * (p - 0.4));
        double regularFast = ecg.rhythm().irregularity() < 0.08 && Statements.wideShare(ecg) < 0.5 ? 1 : 0;
        double supraventricular = regularFast * Statements.logistic((rate - 150) / 5) * (rate >= 170 ? 1 : 1 - 0.8 * p);
        scores.put("SVT", supraventricular * (1 - other));
        double left = supraventricular >= Scores.CLAIM ? 0.4 : 1;
        scores.put("SB", sinus * left * Statements.logistic((59.8 - rate) / 1.5));
        scores.put("ST", sinus * left * Statements.logistic((rate - 99.8) / 1.5));
        boolean between = rate >= 60 && rate < 100;
        scores.put("SR", sinus * (between ? 1 : 0.4));
    }

    private static double share(MeasuredEcg ecg, Beat.Kind kind) {
        long count = ecg.beats().stream().filter(beat -> beat.kind() == kind).count();
        return count == 0 ? 0 : Math.min(1, 0.5 + 0.1 * count);
    }
}
