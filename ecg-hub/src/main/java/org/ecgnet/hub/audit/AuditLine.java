package org.ecgnet.hub.audit;

import java.util.OptionalLong;

/**
 * An entry for people.
 *
 * @param caseNumber of its case in the register; empty when it is about none
 */
public record AuditLine(AuditEntry entry, OptionalLong caseNumber) {}
