package org.ecgnet.edge.uplink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Asks whether the hub's broker can be reached and whether the two sides trust each other, without logging in: an agent that
 * is connected meanwhile is not disturbed.
 */
public final class HubProbe {

    /** A broker that refuses the certificate says so at once; one that takes it waits for the client to speak. */
    private static final Duration REFUSES_WITHIN = Duration.ofSeconds(2);

    private HubProbe() {}

    /** What came of it, the first that is not well. */
    public enum Answer {
        /** Both sides trust each other. */
        TRUSTED,
        /** No such name is known on this network. */
        NO_SUCH_NAME,
        /** Nothing listens there, or a firewall is between. */
        UNREACHABLE,
        /** Whatever listens there does not show the county's certificate for that name. */
        NOT_THE_COUNTYS,
        /** It does not take this site's certificate. */
        SITE_REFUSED
    }

    /** @throws UplinkException when the certificate stores cannot be opened */
    public static Answer ask(HubSettings settings) {
        InetAddress address;
        try {
            address = InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            return Answer.NO_SUCH_NAME;
        }
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, settings.port()), (int)
                    settings.connectWithin().toMillis());
            return trusted(settings, plain);
        } catch (IOException e) {
            return Answer.UNREACHABLE;
        }
    }

    private static Answer trusted(HubSettings settings, Socket plain) throws IOException {
        try (SSLSocket tls =
                (SSLSocket) TlsStores.sockets(settings).createSocket(plain, settings.host(), settings.port(), true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.setSoTimeout((int) settings.connectWithin().toMillis());
            try {
                tls.startHandshake();
            } catch (SSLException e) {
                return e.getCause() instanceof CertificateException ? Answer.NOT_THE_COUNTYS : Answer.SITE_REFUSED;
            }
            tls.setSoTimeout((int) REFUSES_WITHIN.toMillis());
            return waits(tls) ? Answer.TRUSTED : Answer.SITE_REFUSED;
        }
    }

    /** With TLS 1.3 a client learns only when it reads that its certificate was not taken. */
    private static boolean waits(SSLSocket tls) throws IOException {
        try {
            return tls.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (SSLException e) {
            return false;
        }
    }
}
