package org.ecgnet.triage;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.statement.Scores;

/**
 * What the rules judge: a recording as measured, whose it is and how they feel.
 *
 * @param measured on the usable leads only
 * @param scores of the diagnostic statements
 */
public record EcgCase(MeasuredEcg measured, Scores scores, Patient patient, Symptoms symptoms, UnitMarks marks) {

    /** True for a patient under 16, to whom adult limits of rate and ST do not apply; unknown age is adult. */
    public boolean child() {
        return patient.ageYears().isPresent() && patient.ageYears().getAsInt() < 16;
    }

    /** True when fibrillation fills the recording's longest run of windows and beats are no beats. */
    public boolean fibrillating() {
        return scores.claimed("VF");
    }

    /** A measurement that concerns the whole recording. */
    public Evidence evidence(String quantity, double value, double threshold, String unit) {
        return new Evidence(quantity, value, threshold, unit, Optional.empty(), rSamples());
    }

    /** A measurement in one lead, on the beats of the median beat. */
    public Evidence evidence(Lead lead, String quantity, double value, double threshold, String unit) {
        List<Integer> beats =
                measured.beats().stream().filter(Beat::usual).map(Beat::r).toList();
        return new Evidence(quantity, value, threshold, unit, Optional.of(lead), beats);
    }

    private List<Integer> rSamples() {
        return measured.rSamples();
    }
}
