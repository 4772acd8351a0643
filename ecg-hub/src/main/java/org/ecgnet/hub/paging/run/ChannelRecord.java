package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a channel has done, in earnest and in trials.
 *
 * @param lastSuccess latest delivery
 * @param lastFailure latest attempt that failed
 * @param waiting messages that wait for it
 * @param disabled why nothing is sent by it; empty while something is
 */
public record ChannelRecord(
        String channel,
        Optional<Tried> lastSuccess,
        Optional<Tried> lastFailure,
        int waiting,
        Optional<String> disabled) {

    /** One attempt. */
    public record Tried(Instant at, String contact, OptionalInt status, String response) {}
}
