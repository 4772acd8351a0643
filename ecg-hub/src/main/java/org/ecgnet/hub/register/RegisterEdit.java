package org.ecgnet.hub.register;

import java.time.Instant;
import java.util.UUID;

/**
 * A value that somebody wrote by hand; never changed. The latest of a column is in force.
 *
 * @param value empty to take a value back; a time in ISO form, UTC
 * @param reason why an earlier value is changed; empty for a first one
 * @param by the person's name
 */
public record RegisterEdit(
        UUID caseId, RegisterColumn column, String value, String reason, String account, String by, Instant at) {

    /** Without the value: it may be the patient's. */
    @Override
    public String toString() {
        return "RegisterEdit[" + caseId + ", " + column + ", " + by + ", " + at + "]";
    }
}
