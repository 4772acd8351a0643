package org.ecgnet.hub.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Recipient;

/**
 * A person's turn in a tier, as it was planned; see {@link Substitution} for who takes it instead.
 *
 * @param to excluded
 */
public record Shift(UUID id, Recipient tier, UUID person, Instant from, Instant to) {

    /** Tiers that people take turns in. */
    public static final Set<Recipient> TIERS =
            Set.of(Recipient.READER, Recipient.TIER_1, Recipient.TIER_2, Recipient.TIER_3);

    private static final Duration LONGEST = Duration.ofDays(7);

    public Shift {
        if (!TIERS.contains(tier)) {
            throw new IllegalArgumentException("tier: " + tier + " (expected: one of " + TIERS + ")");
        }
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "shift: " + from + " to " + to + " (expected: an end after the start, 7 days at most)");
        }
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
