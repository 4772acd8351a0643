package org.ecgnet.edge.uplink;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Sockets of TLS 1.3 with the site's certificate, trusting the county CA and nobody else. */
public final class TlsStores {

    private static final String TLS_1_3 = "TLSv1.3";

    private TlsStores() {}

    /** @throws UplinkException naming the file that cannot be used */
    static SSLSocketFactory sockets(HubSettings settings) {
        KeyStore keys = load(settings.keyStore(), settings.keyStorePassword());
        try {
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, settings.keyStorePassword().toCharArray());
            SSLContext context = SSLContext.getInstance(TLS_1_3);
            context.init(keyManagers.getKeyManagers(), trusted(settings), null);
            return new OnlyTls13(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new UplinkException(
                    "the certificate stores " + settings.keyStore() + " and " + settings.trustStore()
                            + " cannot be used: make them again with 'ecg-hub ca issue SITE'",
                    e);
        }
    }

    /**
     * Trusts servers of the county CA, and says nothing of this site.
     *
     * @throws UplinkException naming the file that cannot be used
     */
    public static SSLContext trust(HubSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance(TLS_1_3);
            context.init(null, trusted(settings), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new UplinkException("the certificates in " + settings.trustStore() + " cannot be used", e);
        }
    }

    private static TrustManager[] trusted(HubSettings settings) throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(load(settings.trustStore(), settings.trustStorePassword()));
        return managers.getTrustManagers();
    }

    /** The site's certificate; empty when the store holds none. */
    static Optional<X509Certificate> certificate(HubSettings settings) {
        KeyStore keys = load(settings.keyStore(), settings.keyStorePassword());
        try {
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                    return Optional.of(certificate);
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new UplinkException("cannot read the certificates in " + settings.keyStore(), e);
        }
    }

    private static KeyStore load(Path path, String password) {
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new UplinkException(
                    "cannot open " + path + ": is it there, a PKCS12 store, and the password right?", e);
        }
    }

    /** The JDK's client context would still offer TLS 1.2. */
    private static final class OnlyTls13 extends SSLSocketFactory {

        private final SSLSocketFactory all;

        OnlyTls13(SSLSocketFactory all) {
            this.all = all;
        }

        private static Socket only(Socket socket) {
            if (socket instanceof SSLSocket tls) {
                tls.setEnabledProtocols(new String[] {TLS_1_3});
            }
            return socket;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return all.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return all.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return only(all.createSocket());
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return only(all.createSocket(socket, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return only(all.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return only(all.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return only(all.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return only(all.createSocket(host, port, local, localPort));
        }
    }
}
