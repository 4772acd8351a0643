package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One try of a delivery.
 *
 * @param number from 1
 * @param outcome such as {@code Delivered}
 * @param status of the answer
 * @param response the first 2 kB of the answer, or what went wrong
 */
public record Attempt(
        UUID deliveryId,
        int number,
        Instant startedAt,
        Duration latency,
        String outcome,
        OptionalInt status,
        String response) {}
