package org.ecgnet.hub.fiducial;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;

/** Measurements by hand, which are only added to. */
public interface HandRepository {

    void add(ExamId examId, HandMeasurement measurement);

    /** The last one; empty while nobody has moved a mark. */
    Optional<HandMeasurement> latest(ExamId examId);

    /** All, oldest first. */
    List<HandMeasurement> all(ExamId examId);

    /** The last one while it differs from the engine's marks. */
    default Optional<HandMeasurement> inForce(ExamId examId) {
        return latest(examId).filter(HandMeasurement::byHand);
    }
}
