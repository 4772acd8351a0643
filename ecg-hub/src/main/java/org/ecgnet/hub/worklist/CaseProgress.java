package org.ecgnet.hub.worklist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an exam's critical case has come.
 *
 * @param by who took the last step that has a person
 * @param pagedAt when the ladder began
 * @param heldUntil end of the hold of whoever accepted it; afterwards the ladder goes on
 * @param dispatchAccepted a person at 120 took it
 */
public record CaseProgress(
        UUID id,
        Step step,
        Optional<String> by,
        Instant pagedAt,
        Optional<Instant> heldUntil,
        boolean dispatchAccepted) {

    /** Where a case stands; each step has those before it behind it. */
    public enum Step {
        PAGED,
        ACCEPTED,
        ACKNOWLEDGED,
        DISPOSED,
        CLOSED
    }

    /** True while nobody has read it back. */
    public boolean unanswered() {
        return step == Step.PAGED || step == Step.ACCEPTED;
    }
}
