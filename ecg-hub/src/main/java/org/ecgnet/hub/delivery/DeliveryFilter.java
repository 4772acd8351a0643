package org.ecgnet.hub.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ecgnet.hub.paging.run.Delivery;

/**
 * Which deliveries.
 *
 * @param from planned at or after
 * @param to planned before
 * @param channel empty: of all
 * @param states not empty
 * @param caseNumber empty: of all
 */
public record DeliveryFilter(
        Instant from, Instant to, Optional<String> channel, Set<Delivery.State> states, OptionalLong caseNumber) {

    public DeliveryFilter {
        states = Set.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("states: none (expected: at least one)");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to: " + to + " (expected: after " + from + ")");
        }
    }
}
