package org.ecgnet.triage.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.QrsForm;

/**
 * Scores of what the shape of the conducted beat tells: bundle branch and fascicular blocks, pre-excitation, hypertrophy
 * and a long QT. In a paced or ventricular rhythm the shape tells none of these.
 */
final class ConductionStatements {

    /** ESC 2015: 480 ms, whoever the patient; the upper limits of AHA/ACCF/HRS 2009 (450 and 460 ms) are scored below claim. */
    private static final double LONG_MILLIS = 480;

    private static final double BOGOSSIAN = 0.485;
    private static final double NARROW_MILLIS = 95;
    private static final double WIDE_MILLIS = 120;

    /** Limits of voltage and axis for adults are none for children. */
    private static final int ADULT_YEARS = 16;

    private ConductionStatements() {}

    /** @param rhythm the scores of {@link RhythmStatements}: paced beats and ventricular tachycardia have no bundle branch */
    static Map<String, Double> of(MeasuredEcg ecg, Scores rhythm, Patient patient) {
        Map<Lead, QrsForm> forms = QrsForm.of(ecg);
        double own = (1 - rhythm.of("PACED")) * (1 - rhythm.of("VT"));
        double early = own * AtrialRhythm.leadingP(ecg) * PreExcitation.score(ecg);
        double left = own * (1 - early) * BundleBranch.left(forms);
        double right = own * (1 - early) * BundleBranch.right(forms);
        boolean child = patient.ageYears().isPresent() && patient.ageYears().getAsInt() < ADULT_YEARS;
        double adult = child ? 0 : own * (1 - left) * (1 - early);
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("LBBB", left);
        scores.put("RBBB", right);
        scores.put("IRBBB", own * (1 - left) * (1 - early) * BundleBranch.incompleteRight(forms));
        scores.put("LAFB", adult * Fascicles.anterior(forms));
        scores.put("LPFB", adult * Fascicles.posterior(forms));
        scores.put("WPW", early);
        scores.put("LVH", adult * Voltage.left(forms, patient.sex()));
        scores.put("RVH", adult * (1 - right) * Voltage.right(forms));
        scores.put("LQT", own * longQt(ecg));
        return scores;
    }

    /** By Fridericia, 0.485 of the QRS above 95 ms taken out from 120 ms on (Bogossian 2014). */
    private static double longQt(MeasuredEcg ecg) {
        OptionalDouble qt = ecg.qtMillis();
        double rate = ecg.rhythm().meanRateBpm();
        if (qt.isEmpty() || rate == 0) {
            return 0;
        }
        double qrs = ecg.qrsMillis().orElse(0);
        double adjusted = qt.getAsDouble() - (qrs >= WIDE_MILLIS ? BOGOSSIAN * (qrs - NARROW_MILLIS) : 0);
        double qtc = adjusted / Math.cbrt(60 / rate);
        return Statements.logistic((qtc - LONG_MILLIS) / 10);
    }
}
