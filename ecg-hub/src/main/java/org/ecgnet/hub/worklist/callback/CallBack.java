package org.ecgnet.hub.worklist.callback;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.critical.Person;

/**
 * A clinic asks to be called and nobody has.
 *
 * @param seq of the clinic's message about the exam
 * @param askedBy as the clinic names its staff
 * @param askedAt by the hub's clock
 * @param words of the clinic, such as a number; may be empty, and may name the patient
 * @param taken who said that he calls
 */
public record CallBack(
        ExamId examId,
        int seq,
        SiteCode site,
        boolean drill,
        String askedBy,
        Instant askedAt,
        String words,
        Optional<Taken> taken) {

    /** Whose it is. */
    public record Taken(Person by, Instant at) {}
}
