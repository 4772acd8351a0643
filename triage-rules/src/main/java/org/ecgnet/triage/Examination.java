package org.ecgnet.triage;

/**
 * A reading and what it stands on.
 *
 * @param ecg as measured, for whoever wants beats, waves and levels
 */
public record Examination(Reading reading, EcgCase ecg) {}
