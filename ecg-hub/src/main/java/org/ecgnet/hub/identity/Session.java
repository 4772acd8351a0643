package org.ecgnet.hub.identity;

import java.time.Instant;

/**
 * Somebody's stay.
 *
 * @param tokenHash see {@link SessionToken#hash()}
 * @param account its name
 * @param usedAt the last request, to the minute
 */
public record Session(String tokenHash, String account, Instant startedAt, Instant usedAt) {}
