package org.ecgnet.hub.paging.run;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Somebody tried a channel.
 *
 * @param outcome such as {@code Delivered}
 * @param response the first 2 kB of the answer, or what went wrong
 */
public record Trial(
        UUID id,
        String channel,
        String contact,
        String by,
        Instant at,
        String outcome,
        OptionalInt status,
        String response) {}
