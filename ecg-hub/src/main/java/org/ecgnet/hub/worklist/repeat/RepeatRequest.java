package org.ecgnet.hub.worklist.repeat;

import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.Person;

/**
 * The clinic is asked to record an exam again.
 *
 * @param note for the clinic, in the reader's own words; may be empty unless the reason is {@code OTHER}
 * @param by whose name the clinic sees
 */
public record RepeatRequest(ExamId examId, RepeatReason reason, String note, Person by, Instant at) {

    public RepeatRequest {
        if (reason == RepeatReason.OTHER && note.isBlank()) {
            throw new IllegalArgumentException("note: empty (expected: what the clinic shall do, with reason OTHER)");
        }
    }

    /** What the clinic reads. */
    public String words() {
        return note.isBlank() ? reason.chinese() : reason.chinese() + "：" + note;
    }
}
