package org.ecgnet.hub.paging.channel.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.ecgnet.hub.paging.channel.http.TrustedCertificates;

/** Sockets to one mail server, of which each attempt's can be closed from outside. */
final class MailSockets {

    private final MailServer server;
    private final SSLSocketFactory tls;

    /** @throws IllegalArgumentException when the trusted certificates cannot be read */
    MailSockets(MailServer server) {
        this.server = server;
        this.tls = server.trustedCertificates()
                .map(TrustedCertificates::context)
                .orElseGet(MailSockets::theJdks)
                .getSocketFactory();
    }

    private static SSLContext theJdks() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /** What the mail library is told: times, encryption, and where its sockets come from. */
    Properties properties(Attempt attempt) {
        var properties = new Properties();
        String millis = Long.toString(server.timeout().toMillis());
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.put("mail.smtp.socketFactory", new Watched(SocketFactory.getDefault(), attempt));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        switch (server.encryption()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.socketFactory", new WatchedTls(tls, attempt));
            }
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    /** The socket of one attempt. */
    static final class Attempt implements AutoCloseable {

        private volatile Socket open = new Socket();

        Socket opened(Socket socket) {
            open = socket;
            return socket;
        }

        @Override
        public void close() {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("closing a socket", e);
            }
        }
    }

    /** Makes sockets that the attempt knows. */
    private static final class Watched extends SocketFactory {

        private final SocketFactory real;
        private final Attempt attempt;

        Watched(SocketFactory real, Attempt attempt) {
            this.real = real;
            this.attempt = attempt;
        }

        @Override
        public Socket createSocket() throws IOException {
            return attempt.opened(real.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return attempt.opened(real.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return attempt.opened(real.createSocket(host, port, localHost, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return attempt.opened(real.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws IOException {
            return attempt.opened(real.createSocket(host, port, localHost, localPort));
        }
    }

    /** The same for TLS from the first byte on. */
    private static final class WatchedTls extends SSLSocketFactory {

        private final SSLSocketFactory real;
        private final Attempt attempt;

        WatchedTls(SSLSocketFactory real, Attempt attempt) {
            this.real = real;
            this.attempt = attempt;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return real.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return real.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return attempt.opened(real.createSocket());
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return attempt.opened(real.createSocket(socket, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return attempt.opened(real.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return attempt.opened(real.createSocket(host, port, localHost, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return attempt.opened(real.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws IOException {
            return attempt.opened(real.createSocket(host, port, localHost, localPort));
        }
    }
}
