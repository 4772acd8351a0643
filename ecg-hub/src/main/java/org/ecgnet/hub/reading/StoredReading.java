package org.ecgnet.hub.reading;

import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.triage.Reading;

/**
 * A reading of an exam.
 *
 * @param number 1 for the first of this exam
 * @param origin who made it
 * @param madeAt by the hub's clock
 */
public record StoredReading(ExamId examId, int number, Origin origin, Reading reading, Instant madeAt) {

    /** Who made a reading. */
    public enum Origin {
        /** The live watch, while the exam arrives. */
        LIVE,
        /** The engine, over the whole exam. */
        ENGINE
    }
}
