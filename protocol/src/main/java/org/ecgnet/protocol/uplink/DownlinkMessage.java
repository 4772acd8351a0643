package org.ecgnet.protocol.uplink;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;

/** What the hub tells an edge agent. */
public sealed interface DownlinkMessage {

    /** Every message of the exam up to and with {@code seq} is in the database. */
    record StoredUpTo(ExamId examId, int seq) implements DownlinkMessage {}

    /**
     * The whole exam is in the database.
     *
     * @param problem what did not agree; empty when the SHA-256 did
     */
    record ExamReceived(ExamId examId, Optional<String> problem) implements DownlinkMessage {}

    /**
     * The hub's reading.
     *
     * @param reader the physician who confirmed it; empty while it is automatic
     */
    record ReadingReady(
            ExamId examId, TriageLevel level, boolean hard, List<ReadingLine> lines, Optional<String> reader)
            implements DownlinkMessage {

        public ReadingReady {
            lines = List.copyOf(lines);
        }
    }

    /** One finding in words. */
    record ReadingLine(String rule, String chinese, String english) {}

    /** A step that others took about the exam's case. */
    record CaseProgress(ExamId examId, CaseStep step, String by, Instant at) implements DownlinkMessage {}

    /** Steps that a clinic is told of. */
    enum CaseStep {
        RECEIVED,
        PAGED,
        READ,
        ACKNOWLEDGED,
        DISPATCHED,
        CLOSED,
        CONFIRM_PLEASE
    }

    /** Words from the centre. */
    record CentreMessage(Optional<ExamId> examId, String sender, String text, Instant at) implements DownlinkMessage {}

    /** The hub will never take this message as it is. */
    record Refused(Optional<ExamId> examId, int seq, String reason) implements DownlinkMessage {}
}
