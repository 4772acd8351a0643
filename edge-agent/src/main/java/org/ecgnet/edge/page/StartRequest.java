package org.ecgnet.edge.page;

import java.util.OptionalInt;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;

/**
 * What the clinic wants recorded.
 *
 * @param bedside onset and vital signs, as far as they were noted
 * @param seconds length; empty takes the setting's
 * @param emergency may be recorded even when the disk is nearly full
 * @param drill an exercise, kept out of every figure
 */
public record StartRequest(
        Patient patient,
        Symptoms symptoms,
        Bedside bedside,
        String operator,
        OptionalInt seconds,
        boolean emergency,
        boolean drill) {

    /** Without onset and vital signs. */
    public StartRequest(
            Patient patient,
            Symptoms symptoms,
            String operator,
            OptionalInt seconds,
            boolean emergency,
            boolean drill) {
        this(patient, symptoms, Bedside.NONE, operator, seconds, emergency, drill);
    }
}
