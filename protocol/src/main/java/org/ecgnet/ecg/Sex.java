package org.ecgnet.ecg;

/** Sex for the purpose of thresholds; {@code UNKNOWN} takes the most sensitive one. */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN
}
