package org.ecgnet.edge.capture;

import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;

/**
 * What the clinic asked to be recorded.
 *
 * @param bedside onset and vital signs, as far as they were noted
 * @param operator who records, as the clinic names its staff; may be empty
 * @param seconds length of the recording, 1 to 3600; shorter when the unit, or the clinic, ends it sooner
 * @param drill an exercise, kept out of every figure
 */
public record ExamOrder(
        ExamId examId,
        Patient patient,
        Symptoms symptoms,
        Bedside bedside,
        String operator,
        int seconds,
        boolean drill) {

    private static final int MOST_SECONDS = 3600;

    /** Without onset and vital signs. */
    public ExamOrder(ExamId examId, Patient patient, Symptoms symptoms, String operator, int seconds, boolean drill) {
        this(examId, patient, symptoms, Bedside.NONE, operator, seconds, drill);
    }

    public ExamOrder {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("seconds: " + seconds + " (expected: 1.." + MOST_SECONDS + ")");
        }
    }
}
