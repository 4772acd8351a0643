package org.ecgnet.hub.ca;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate in the authority's register.
 *
 * @param name the common name: a site code, or {@code hub}
 * @param notAfter when it ends by itself
 * @param revokedAt when it was taken back; empty while it is good
 */
public record IssuedCertificate(
        BigInteger serial, String name, Instant issuedAt, Instant notAfter, Optional<Instant> revokedAt) {}
