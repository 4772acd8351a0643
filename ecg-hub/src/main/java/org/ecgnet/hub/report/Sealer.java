package org.ecgnet.hub.report;

/** Makes the seal of a signature: the hook for a county's certificate authority. Safe for use by many threads. */
@FunctionalInterface
public interface Sealer {

    /** Adds nothing to the digest itself. */
    Sealer DIGEST_ONLY = (canonical, signer) -> new Seal("SHA-256", "");

    /**
     * Seals the text. May take seconds; nothing is locked meanwhile.
     *
     * @throws SealException when the service does not seal
     */
    Seal seal(CanonicalReport canonical, Signer signer);
}
