package org.ecgnet.hub.broker;

import java.security.cert.X509Certificate;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the open connections of certificates that are revoked meanwhile: looked for every few seconds, on one thread. */
final class RevokedPeers implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RevokedPeers.class);
    private static final long EVERY_SECONDS = 2;

    private final RemotingService connections;
    private final RevocationList revocations;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread daemon = new Thread(work, "revoked-peers");
        daemon.setDaemon(true);
        return daemon;
    });

    RevokedPeers(RemotingService connections, RevocationList revocations) {
        this.connections = connections;
        this.revocations = revocations;
    }

    void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            Predicate<X509Certificate> revoked = revocations.asOfNow();
            for (RemotingConnection connection : connections.getConnections()) {
                PeerName.certificate(connection).filter(revoked).ifPresent(certificate -> {
                    LOGGER.warn(
                            "connection ended: the certificate of {} is revoked",
                            PeerName.commonName(certificate).orElse("nobody known"));
                    connection.disconnect(false);
                });
            }
        } catch (RuntimeException e) { // an exception would end the looking for good
            LOGGER.error("open connections could not be looked at for revoked certificates", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
