package org.ecgnet.edge.uplink;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A certificate authority of one test, with a server certificate for 127.0.0.1 and one for each client name. */
public final class TestCertificates {

    public static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyPair authorityKey;
    private final X509Certificate authority;
    private int serial = 1;

    public TestCertificates(Path folder) throws GeneralSecurityException, IOException {
        this.folder = folder;
        this.authorityKey = keyPair();
        this.authority = sign("CN=Test CA", authorityKey, true);
        pem(authorityPem(), authority);
        KeyPair server = keyPair();
        pem(serverPem(), sign("CN=localhost", server, false));
        pem(serverKeyPem(), new PemObject("PRIVATE KEY", server.getPrivate().getEncoded()));
        KeyStore trusted = emptyStore();
        trusted.setCertificateEntry("ca", authority);
        save(trusted, trustStore());
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    @SuppressWarnings("JavaUtilDate") // the builder takes no other
    private X509Certificate sign(String subject, KeyPair key, boolean ca) throws GeneralSecurityException, IOException {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal("CN=Test CA"),
                BigInteger.valueOf(serial++),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                new X500Principal(subject),
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        if (!ca) {
            GeneralName[] names = {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            };
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD.toCharArray());
        return store;
    }

    private static void save(KeyStore store, Path path) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static void pem(Path path, Object content) throws IOException {
        try (Writer out = Files.newBufferedWriter(path);
                JcaPEMWriter writer = new JcaPEMWriter(out)) {
            writer.writeObject(content);
        }
    }

    /** A PKCS12 store with a certificate of this name. */
    public Path client(String name) throws GeneralSecurityException, IOException {
        KeyPair key = keyPair();
        KeyStore store = emptyStore();
        store.setKeyEntry(name, key.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
            sign("CN=" + name, key, false), authority
        });
        Path path = folder.resolve(name + ".p12");
        save(store, path);
        return path;
    }

    public Path trustStore() {
        return folder.resolve("ca.p12");
    }

    Path authorityPem() {
        return folder.resolve("ca.pem");
    }

    Path serverPem() {
        return folder.resolve("server.pem");
    }

    Path serverKeyPem() {
        return folder.resolve("server.key");
    }
}
