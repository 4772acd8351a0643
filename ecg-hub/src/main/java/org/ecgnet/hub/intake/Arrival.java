package org.ecgnet.hub.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;

/**
 * One message as it came from the broker.
 *
 * @param payload its bytes, for the quarantine
 * @param receivedAt by the hub's clock
 * @param content what it says, or why it cannot be taken
 * @param acknowledgement tells the broker that the message is done with
 */
record Arrival(SiteCode site, Bytes payload, Instant receivedAt, Content content, Runnable acknowledgement) {

    /** What a payload turned out to be. */
    sealed interface Content {

        /** @param clockAhead the clinic's clock minus the hub's */
        record Message(UplinkMessage message, Duration clockAhead) implements Content {}

        /** Never to be stored as it is. */
        record Unfit(String reason, Optional<ExamId> examId, int seq) implements Content {}
    }

    /** The same message, found unfit later. */
    Arrival unfit(String reason) {
        Content unfit = new Content.Unfit(
                reason, ofExam().map(OfExam::examId), ofExam().map(OfExam::seq).orElse(0));
        return new Arrival(site, payload, receivedAt, unfit, acknowledgement);
    }

    /** The numbered message in it, if it is one. */
    Optional<OfExam> ofExam() {
        return content instanceof Content.Message read && read.message() instanceof OfExam numbered
                ? Optional.of(numbered)
                : Optional.empty();
    }
}
