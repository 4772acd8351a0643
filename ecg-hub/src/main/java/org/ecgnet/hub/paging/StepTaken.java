package org.ecgnet.hub.paging;

import java.time.Instant;

/**
 * A step that has been written down.
 *
 * @param rung its name
 * @param round and {@code occurrence} as in {@link Step}
 */
public record StepTaken(String rung, int round, int occurrence, Instant at) {}
