package org.ecgnet.hub.audit;

/** What checking the chain found. */
public sealed interface AuditCheck {

    /** Every hash is right and nothing is missing. */
    record Whole(long entries) implements AuditCheck {}

    /**
     * Somebody changed, removed or inserted an entry.
     *
     * @param number of the first entry that does not fit
     */
    record Broken(long number, String reason) implements AuditCheck {}
}
