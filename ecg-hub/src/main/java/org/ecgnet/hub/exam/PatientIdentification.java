package org.ecgnet.hub.exam;

import java.time.Instant;

/**
 * A clinic said later whose exam it is.
 *
 * @param by as the clinic names its staff
 * @param storedAt by the hub's clock
 */
public record PatientIdentification(String by, Instant storedAt) {}
