package org.ecgnet.hub.reading;

import java.util.Optional;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.prior.PriorEcg;

/** What reads a recording, beside the patient's earlier one where there is one. May throw; the caller raises the exam then. */
@FunctionalInterface
public interface Engine {
    Reading read(Recording recording, Patient patient, Symptoms symptoms, Optional<PriorEcg> prior);

    /** The triage of this network. */
    static Engine of(Triage triage) {
        return (recording, patient, symptoms, prior) -> prior.map(
                        earlier -> triage.read(recording, patient, symptoms, earlier))
                .orElseGet(() -> triage.read(recording, patient, symptoms));
    }
}
