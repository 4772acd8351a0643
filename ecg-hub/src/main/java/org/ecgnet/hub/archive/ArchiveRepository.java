package org.ecgnet.hub.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.protocol.uplink.Bytes;

/** Exams whose samples are still as they came. */
public interface ArchiveRepository {

    /** Whole, read and not yet pressed, completed before {@code before}, oldest first. */
    List<ExamId> unpressed(Instant before, int limit);

    /** Replaces the waveforms of an exam's segments, by their numbers. */
    void replace(ExamId examId, Map<Integer, Bytes> waveforms);

    /** Marks the exam: it is not offered again. */
    void pressed(ExamId examId, Instant now);
}
