package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.paging.Goal;

/**
 * A message to one receiver, kept until it is delivered or not needed any more.
 *
 * @param id also the message's id at every attempt
 * @param caseId empty for what is about no red case
 * @param step rung and occurrence that asked for it
 * @param goal what makes it needless; empty for what must arrive in any case
 * @param attempts made so far
 * @param fence counts the claims: only the last claimer's result counts
 */
public record Delivery(
        UUID id,
        Optional<UUID> caseId,
        int round,
        String step,
        Optional<Goal> goal,
        String channel,
        String contact,
        Content content,
        Instant plannedAt,
        int attempts,
        long fence) {

    /** Where a delivery stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Its goal was reached without it. */
        NEEDLESS,
        /** Given up; a person must act. */
        DEAD
    }
}
