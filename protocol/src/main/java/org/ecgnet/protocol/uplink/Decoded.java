package org.ecgnet.protocol.uplink;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;

/** What became of received bytes. */
public sealed interface Decoded<M> {

    /**
     * A message that can be acted on.
     *
     * @param sentAt the sender's clock
     * @param id names a downlink message that wants a {@code DownlinkAck}; 0 for all others
     */
    record Accepted<M>(M message, Instant sentAt, long id) implements Decoded<M> {}

    /**
     * Bytes that mean nothing here.
     *
     * @param reason for the log of both sides; holds no patient data
     */
    record Refused<M>(String reason, Optional<ExamId> examId, int seq) implements Decoded<M> {}
}
