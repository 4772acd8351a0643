package org.ecgnet.hub.audit;

/**
 * An event in the chain.
 *
 * @param number 1 for the first, without a gap
 * @param previousHash of entry {@code number - 1}, lower-case hex
 * @param hash of this one, see {@link AuditChain#hash}
 */
public record AuditEntry(long number, AuditEvent event, String previousHash, String hash) {}
