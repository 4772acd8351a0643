package org.ecgnet.edge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;

/**
 * All that the clinic knows of one exam.
 *
 * @param red sent before all others
 * @param lastSeq number of its last message
 * @param storedUpTo the hub's receipt, -1 for none
 * @param endedAt empty while it is recorded
 * @param storedAt when the hub had receipted everything up to its end
 * @param refused why the hub will not take it
 * @param localReading this computer's own reading, unconfirmed
 * @param identified when, and by whom, its patient was named last; empty when that was before the recording
 * @param confirmed what the clinic confirmed, oldest first
 * @param said what the centre said about it, oldest first
 */
public record StoredExam(
        ExamStarted started,
        boolean red,
        int lastSeq,
        int storedUpTo,
        Optional<Instant> endedAt,
        Optional<Instant> storedAt,
        Optional<String> refused,
        Optional<Timed<ReadingReady>> localReading,
        Optional<Timed<String>> identified,
        List<Timed<ClinicDeed>> confirmed,
        List<Timed<DownlinkMessage>> said) {

    public StoredExam {
        confirmed = List.copyOf(confirmed);
        said = List.copyOf(said);
    }

    public ExamId examId() {
        return started.examId();
    }

    /**
     * Something, and when this computer stored it.
     *
     * @param at by the clinic's clock
     */
    public record Timed<T>(Instant at, T value) {}
}
