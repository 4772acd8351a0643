package org.ecgnet.edge.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the hub has not receipted.
 *
 * @param messages of all exams
 * @param exams with at least one such message, refused ones not counted
 * @param refused exams that the hub will not take
 * @param oldest start of the oldest of the exams
 */
public record Backlog(int messages, int exams, int refused, Optional<Instant> oldest) {}
