package org.ecgnet.hub.ca;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.ecgnet.ecg.SiteCode;

/**
 * The county's certificate authority in a folder.
 *
 * <p>{@code ca.p12} signs; keep it off the hub once every site has its file. {@code hub-server.p12} is the broker's and
 * the console's, {@code hub-client.p12} the hub's own as an MQTT client; both also hold the authority's certificate, so
 * each file is key store and trust store in one. The same as PEM files serves brokers that want those.
 */
public final class CountyAuthority {

    /** The common name of the hub's own client: no site may bear it. */
    public static final String HUB = "hub";

    private static final String CA_ALIAS = "ca";
    private static final Duration CA_LIFE = Duration.ofDays(20 * 365L);
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3 * 365L);

    /** Certificates begin this much earlier: a clinic's clock that is weeks slow must still find the hub valid. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(60);

    private final Path folder;
    private final PrivateKey key;
    private final X509Certificate certificate;

    private CountyAuthority(Path folder, PrivateKey key, X509Certificate certificate) {
        this.folder = folder;
        this.key = key;
        this.certificate = certificate;
    }

    /** True when the folder holds an authority. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve("ca.p12"));
    }

    /**
     * Makes a new authority and the hub's certificates.
     *
     * @param serverNames host names and IP addresses by which clinics reach the hub, beside localhost
     * @throws AuthorityException when there is one already, or the folder cannot be written
     */
    public static CountyAuthority init(Path folder, List<String> serverNames, Instant now) {
        if (exists(folder)) {
            throw new AuthorityException(folder + " holds a certificate authority already: a new one would lock out "
                    + "every site; choose another folder");
        }
        try {
            Files.createDirectories(folder);
            KeyPair pair = Certificates.newKeyPair();
            X509Certificate root = Certificates.authority(pair, now.minus(CLOCKS_DIFFER), now.plus(CA_LIFE));
            KeyFile.create(
                    folder.resolve("ca.p12"),
                    (store, password) ->
                            store.setKeyEntry(CA_ALIAS, pair.getPrivate(), password, new Certificate[] {root}));
            Files.writeString(folder.resolve("ca.pem"), pem(root));
            var authority = new CountyAuthority(folder, pair.getPrivate(), root);
            authority.issueServer(serverNames, now);
            authority.issue(HUB, folder.resolve("hub-client.p12"), now);
            return authority;
        } catch (IOException | GeneralSecurityException e) {
            throw new AuthorityException("cannot make a certificate authority in " + folder, e);
        }
    }

    /** @throws AuthorityException when the folder holds none */
    public static CountyAuthority open(Path folder) {
        if (!exists(folder)) {
            throw new AuthorityException(
                    "no certificate authority in " + folder + ": make one with 'ecg-hub ca init --dir " + folder + "'");
        }
        var file = new KeyFile(folder.resolve("ca.p12"));
        try {
            KeyStore store = file.load();
            return new CountyAuthority(
                    folder, (PrivateKey) store.getKey(CA_ALIAS, file.password().toCharArray()), (X509Certificate)
                            store.getCertificate(CA_ALIAS));
        } catch (GeneralSecurityException e) {
            throw new AuthorityException("cannot read the authority's key in " + folder, e);
        }
    }

    /**
     * Makes the certificate of a site.
     *
     * @param out the PKCS#12 file to write, with the site's key and the authority's certificate
     * @throws AuthorityException for the hub's own name, or when the file exists
     */
    public IssuedCertificate issue(SiteCode site, Path out, Instant now) {
        if (site.value().equals(HUB)) {
            throw new AuthorityException("site '" + HUB + "' is the hub's own name (expected: a clinic's code)");
        }
        return issue(site.value(), out, now);
    }

    private IssuedCertificate issue(String name, Path out, Instant now) {
        try {
            KeyPair pair = Certificates.newKeyPair();
            X509Certificate issued = Certificates.client(
                    name, pair.getPublic(), certificate, key, now.minus(CLOCKS_DIFFER), now.plus(CERTIFICATE_LIFE));
            write(out, name, pair, issued);
            return record(name, issued, now);
        } catch (IOException | GeneralSecurityException e) {
            throw new AuthorityException("cannot issue a certificate for " + name + " to " + out, e);
        }
    }

    private void issueServer(List<String> names, Instant now) throws IOException, GeneralSecurityException {
        KeyPair pair = Certificates.newKeyPair();
        X509Certificate issued = Certificates.server(
                names, pair.getPublic(), certificate, key, now.minus(CLOCKS_DIFFER), now.plus(CERTIFICATE_LIFE));
        write(folder.resolve("hub-server.p12"), "server", pair, issued);
        Files.writeString(folder.resolve("hub-server.pem"), pem(issued));
        KeyFile.writeNew(
                folder.resolve("hub-server.key"),
                pem(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()))
                        .getBytes(StandardCharsets.US_ASCII));
        record("server", issued, now);
    }

    private void write(Path out, String alias, KeyPair pair, X509Certificate issued) {
        KeyFile.create(out, (store, password) -> {
            store.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {issued, certificate});
            store.setCertificateEntry(CA_ALIAS, certificate);
        });
    }

    private IssuedCertificate record(String name, X509Certificate issued, Instant now) throws IOException {
        var entry = new IssuedCertificate(
                issued.getSerialNumber(),
                name,
                now.truncatedTo(ChronoUnit.SECONDS),
                now.plus(CERTIFICATE_LIFE).truncatedTo(ChronoUnit.SECONDS),
                Optional.empty());
        new Register(folder).add(entry);
        return entry;
    }

    /** Its certificate, DER. */
    byte[] certificate() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AuthorityException("cannot encode the authority's certificate", e);
        }
    }

    /** Everything issued, oldest first. */
    public List<IssuedCertificate> issued() {
        return new Register(folder).all();
    }

    /**
     * Takes back every certificate of a site; the hub's own broker refuses them, and ends their connections in seconds.
     *
     * @return those taken back now
     * @throws AuthorityException when the site has none that is good
     */
    public List<IssuedCertificate> revoke(SiteCode site, Instant now) {
        List<IssuedCertificate> good = issued().stream()
                .filter(entry ->
                        entry.name().equals(site.value()) && entry.revokedAt().isEmpty())
                .toList();
        if (good.isEmpty()) {
            throw new AuthorityException("site " + site + " has no certificate that is good: see 'ecg-hub ca list'");
        }
        var register = new Register(folder);
        for (IssuedCertificate entry : good) {
            register.revoke(entry.serial(), now);
        }
        return good;
    }

    /** The serial numbers taken back in a folder; the authority's key is not needed. */
    public static Set<BigInteger> revoked(Path folder) {
        return new Register(folder).revoked().keySet();
    }

    private static String pem(Object content) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }
}
