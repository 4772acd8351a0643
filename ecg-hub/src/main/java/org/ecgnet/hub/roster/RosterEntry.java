package org.ecgnet.hub.roster;

import java.time.Instant;

/**
 * A line of the roster's history: who changed what, and who agreed. Appended, never changed.
 *
 * @param by the account's display name
 * @param detail in words, addresses masked
 */
public record RosterEntry(Instant at, String by, Kind kind, String detail) {

    /** What was done. */
    public enum Kind {
        PERSON_SAVED,
        SHIFT_ADDED,
        SHIFT_REMOVED,
        SUBSTITUTED,
        SWAPPED,
        /** The change opened a hole, and whoever made it said so. */
        HOLE_ACCEPTED
    }
}
