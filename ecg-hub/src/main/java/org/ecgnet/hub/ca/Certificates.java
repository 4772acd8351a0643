package org.ecgnet.hub.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** X.509 version 3 certificates on the curve P-256, signed by ECDSA with SHA-256 (RFC 5280). */
final class Certificates {

    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String AUTHORITY_NAME = "County ECG network authority";
    private static final int SERIAL_BITS = 127;
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant UTC_TIME_ENDS = Instant.parse("2050-01-01T00:00:00Z");

    private Certificates() {}

    static KeyPair newKeyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    static X509Certificate authority(KeyPair pair, Instant from, Instant to)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder =
                builder(name(AUTHORITY_NAME), name(AUTHORITY_NAME), pair.getPublic(), from, to);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return sign(builder, pair.getPrivate());
    }

    static X509Certificate client(
            String commonName, PublicKey of, X509Certificate issuer, PrivateKey key, Instant from, Instant to)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = endEntity(commonName, of, issuer, from, to);
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        return sign(builder, key);
    }

    /** @param names host names and addresses beside localhost */
    static X509Certificate server(
            List<String> names, PublicKey of, X509Certificate issuer, PrivateKey key, Instant from, Instant to)
            throws GeneralSecurityException, IOException {
        Set<String> all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        all.addAll(names);
        List<GeneralName> alternatives = new ArrayList<>();
        for (String name : all) {
            boolean address = IP_ADDRESS.matcher(name).matches();
            alternatives.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        X509v3CertificateBuilder builder = endEntity("localhost", of, issuer, from, to);
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(alternatives.toArray(GeneralName[]::new)));
        return sign(builder, key);
    }

    private static X509v3CertificateBuilder endEntity(
            String commonName, PublicKey of, X509Certificate issuer, Instant from, Instant to)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = builder(name(AUTHORITY_NAME), name(commonName), of, from, to);
        var identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(of));
        builder.addExtension(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
        return builder;
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey of, Instant from, Instant to) {
        var serial = new BigInteger(SERIAL_BITS, new SecureRandom());
        return new JcaX509v3CertificateBuilder(issuer, serial, time(from), time(to), subject, of);
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    /** RFC 5280, 4.1.2.5: two-digit years to 2049, four-digit ones from 2050. */
    private static Time time(Instant at) {
        return at.isBefore(UTC_TIME_ENDS)
                ? new Time(new ASN1UTCTime(UTC_TIME.format(at)))
                : new Time(new ASN1GeneralizedTime(GENERALIZED_TIME.format(at)));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("cannot sign with " + SIGNATURE, e);
        }
    }
}
