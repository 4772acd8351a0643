package org.ecgnet.hub.broker;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.function.Predicate;
import org.ecgnet.hub.ca.AuthorityException;
import org.ecgnet.hub.ca.CountyAuthority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authority's revocations, read from its folder at every connection and every few seconds, so that {@code ca
 * revoke} takes effect at once. While the list cannot be read, the last one read holds.
 */
public final class RevocationList implements Predicate<X509Certificate> {

    private static final Logger LOGGER = LoggerFactory.getLogger(RevocationList.class);

    private final Path folder;
    private volatile Set<BigInteger> last = Set.of();

    public RevocationList(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean test(X509Certificate certificate) {
        return asOfNow().test(certificate);
    }

    /** The list as it is now, for many certificates. */
    Predicate<X509Certificate> asOfNow() {
        try {
            last = Set.copyOf(CountyAuthority.revoked(folder));
        } catch (AuthorityException e) {
            LOGGER.error("revocation list cannot be read; going on with the last one", e);
        }
        Set<BigInteger> serials = last;
        return certificate -> serials.contains(certificate.getSerialNumber());
    }
}
