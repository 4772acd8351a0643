package org.ecgnet.triage;

import java.util.List;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;

/** Reads a recording. Stateless: one instance serves all threads; the same input gives the same reading. */
public final class Triage {

    private final RuleProfile profile;

    public Triage(RuleProfile profile) {
        this.profile = profile;
    }

    /** The reading of one recording; provisional until a named physician confirms. */
    @SuppressWarnings("UnusedVariable") // the engine is being built behind this signature
    public Reading read(Recording recording, Patient patient, Symptoms symptoms) {
        Reading.Limitation incomplete = new Reading.Limitation(
                "分析引擎尚未完成，请人工判读。", "The engine is not complete: have a person read this recording.");
        return new Reading(
                TriageLevel.GREY,
                List.of(),
                List.of(),
                Measurements.NONE,
                QualityReport.GOOD,
                List.of(incomplete),
                profile.name() + " " + profile.version(),
                "ecgnet 0.1.0");
    }
}
