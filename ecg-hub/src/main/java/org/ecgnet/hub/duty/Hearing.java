package org.ecgnet.hub.duty;

import java.time.Instant;

/**
 * Whether a red would be heard at the centre.
 *
 * @param unheardAt from when it would not, if no console answers any more; long past when none has
 */
public record Hearing(Instant unheardAt, State state) {

    /** What is wrong, if anything. */
    public enum State {
        HEARD,
        /** No console answers. */
        NO_CONSOLE,
        /** Consoles answer, and none of them can sound. */
        SOUND_OFF,
        /** A console sounds, and nobody who reads works at it. */
        NO_READER
    }
}
