package org.ecgnet.triage;

/**
 * A diagnostic statement with its continuous score; claimed at 0.5 or above.
 *
 * @param code such as {@code AF}, {@code LBBB}
 * @param score 0 to 1
 */
public record Statement(String code, double score) {}
