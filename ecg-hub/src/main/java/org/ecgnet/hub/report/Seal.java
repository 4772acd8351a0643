package org.ecgnet.hub.report;

/**
 * What makes a signature checkable by others.
 *
 * @param method such as {@code SHA-256}
 * @param proof in that method's own form; empty when the digest is all
 */
public record Seal(String method, String proof) {}
