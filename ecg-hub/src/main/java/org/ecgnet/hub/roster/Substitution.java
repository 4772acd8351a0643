package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody takes a shift, or a part of it, for the one who was planned. Never changed; the latest one counts.
 *
 * @param from {@code to} excluded; within the shift
 * @param swap shared by the two halves of an exchange; empty for a substitute
 * @param agreedBy who agreed to it
 */
public record Substitution(
        UUID id,
        UUID shift,
        UUID person,
        Instant from,
        Instant to,
        Optional<UUID> swap,
        String agreedBy,
        Instant agreedAt,
        String note) {

    public Substitution {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "substitution: " + from + " to " + to + " (expected: an end after the start)");
        }
        if (agreedBy.isBlank()) {
            throw new IllegalArgumentException("agreedBy: '' (expected: the name of whoever agreed)");
        }
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
