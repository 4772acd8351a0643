package org.ecgnet.triage;

/**
 * One number by which a rule judges.
 *
 * @param key rule and name, such as {@code R01.standstill}
 * @param value in {@code unit}
 * @param unit as printed, such as {@code ms}; empty for a ratio
 * @param source where it comes from; "proposed" when it is our own choice
 */
public record Limit(String key, double value, String unit, String source) {}
