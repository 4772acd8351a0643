package org.ecgnet.hub.roster;

import java.time.Instant;
import org.ecgnet.hub.paging.Recipient;

/**
 * A span in which a tier cannot do what it is for.
 *
 * @param to excluded
 * @param who the person it is about; empty when there is none
 */
public record Hole(Recipient tier, Instant from, Instant to, Reason reason, String who) {

    /** What is wrong. */
    public enum Reason {
        /** Nobody has the shift. */
        NOBODY,
        /** Whoever has it cannot be rung: no such way, or its channel is not in the settings. */
        CANNOT_BE_RUNG,
        /** It is the same person as in the tier before: climbing to it wakes nobody new. */
        SAME_PERSON
    }
}
