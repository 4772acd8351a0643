package org.ecgnet.edge.enrol;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.ecgnet.protocol.enrolment.EnrolmentCode;

/**
 * Trusts the authority that a code names and no other: it must be in the chain that the server shows, and all else of the chain
 * is checked as ever. The name of the server is checked by the JDK.
 */
final class NamedAuthority implements X509TrustManager {

    private final EnrolmentCode code;

    NamedAuthority(EnrolmentCode code) {
        this.code = code;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        for (X509Certificate certificate : chain) {
            if (code.names(certificate.getEncoded())) {
                anchoredIn(certificate).checkServerTrusted(chain, authType);
                return;
            }
        }
        throw new CertificateException("the server is not of the county that made the code");
    }

    private static X509TrustManager anchoredIn(X509Certificate authority) throws CertificateException {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            anchors.setCertificateEntry("county", authority);
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trusting) {
                    return trusting;
                }
            }
            throw new CertificateException("this Java checks no certificates");
        } catch (java.io.IOException | GeneralSecurityException e) {
            throw new CertificateException("the county's certificate cannot be used", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("nobody is a client here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
