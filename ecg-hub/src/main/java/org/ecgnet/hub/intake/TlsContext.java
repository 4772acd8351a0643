package org.ecgnet.hub.intake;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.ecgnet.hub.ca.KeyFile;

/** TLS 1.3 with a client certificate. */
final class TlsContext {

    private TlsContext() {}

    static SSLSocketFactory sockets(KeyFile key) {
        try {
            KeyStore store = key.load();
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, key.password().toCharArray());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the certificate " + key.path() + " for TLS 1.3", e);
        }
    }
}
