package org.ecgnet.hub.paging;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub knows of its own ways to people: the dead-man's switch of the ladder.
 *
 * @param unheardAt when no console of a reader that can sound will have been heard of for too long, unless one is heard
 *     of before; in the past when none is heard of now. Empty when nobody watches the consoles
 * @param illAt by rung of this round: when its pages count as not arriving, unless one arrives before
 */
public record Reach(Optional<Instant> unheardAt, Map<String, Instant> illAt) {

    /** Nothing is known to be wrong. */
    public static final Reach WELL = new Reach(Optional.empty(), Map.of());

    public Reach {
        illAt = Map.copyOf(illAt);
    }
}
