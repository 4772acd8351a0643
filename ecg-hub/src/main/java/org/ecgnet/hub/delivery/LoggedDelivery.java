package org.ecgnet.hub.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.ecgnet.hub.paging.run.Delivery;

/**
 * A delivery as its log shows it.
 *
 * @param caseNumber the register's serial number; empty for what is about no case
 * @param lastAt start of the last attempt
 * @param lastStatus of the last answer, such as 200
 * @param lastOutcome such as {@code Delivered}
 * @param replayedAt when a person last sent it again
 */
public record LoggedDelivery(
        UUID id,
        OptionalLong caseNumber,
        boolean drill,
        String step,
        String channel,
        String contact,
        Delivery.State state,
        Instant plannedAt,
        int attempts,
        Optional<Instant> lastAt,
        OptionalInt lastStatus,
        Optional<String> lastOutcome,
        Optional<Instant> replayedAt) {}
