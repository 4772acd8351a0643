package org.ecgnet.hub.paging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ladder wants.
 *
 * @param due steps to take now, in the order of the ladder
 * @param wakeAt when to ask again at the latest; empty when only an event can bring a step
 */
public record NextSteps(List<Step> due, Optional<Instant> wakeAt) {

    public static final NextSteps NONE = new NextSteps(List.of(), Optional.empty());

    public NextSteps {
        due = List.copyOf(due);
    }
}
