package org.ecgnet.edge.uplink;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the site's certificate says.
 *
 * @param site its common name
 * @param from not good before
 * @param until not good after
 */
public record SiteCertificate(String site, Instant from, Instant until) {

    private static final String COMMON_NAME = "CN=";

    /**
     * Empty when the key store holds none.
     *
     * @throws UplinkException when the store cannot be opened with its password
     */
    public static Optional<SiteCertificate> of(HubSettings settings) {
        return TlsStores.certificate(settings).map(SiteCertificate::of);
    }

    private static SiteCertificate of(X509Certificate certificate) {
        String name = Arrays.stream(
                        certificate.getSubjectX500Principal().getName().split(",", -1))
                .filter(part -> part.startsWith(COMMON_NAME))
                .map(part -> part.substring(COMMON_NAME.length()))
                .findFirst()
                .orElse("");
        return new SiteCertificate(
                name,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
