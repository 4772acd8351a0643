package org.ecgnet.hub.report;

import java.time.Instant;

/**
 * A person's signature under one version.
 *
 * @param at by the hub's clock, to the microsecond
 * @param digest SHA-256 of the canonical text that was signed, in hexadecimal; see {@link CanonicalReport}
 * @param seal what the county's signature service made of it
 * @param nightDoubleCheck the second signature of one person alone at night (CLINICAL section 5)
 */
public record Signature(Signer signer, Instant at, String digest, Seal seal, boolean nightDoubleCheck) {}
