package org.ecgnet.hub.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.ecgnet.hub.ca.KeyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Artemis as MQTT 5 broker over mutual TLS 1.3, in memory only.
 *
 * <p>When the hub cannot keep up, messages beyond the memory limit are dropped: clinics send again what the hub has not
 * receipted.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final long MEMORY_BYTES = 256L << 20;
    private static final int DEDUPLICATION_IDS = 0;

    private final EmbeddedActiveMQ server;
    private final RevokedPeers revoked;
    private final int port;

    private EmbeddedBroker(EmbeddedActiveMQ server, RevokedPeers revoked, int port) {
        this.server = server;
        this.revoked = revoked;
        this.port = port;
    }

    /**
     * @param port 0 for any free one
     * @param serverKey the broker's certificate, and the authority whose clients are let in
     * @param revocations whose certificates are no good any more; their open connections are ended
     * @param maximumPacketBytes a larger packet ends its connection
     * @param inFlight unacknowledged messages a connection
     * @param work folder for the broker's working files
     * @throws BrokerException when it does not start
     */
    public static EmbeddedBroker start(
            String host,
            int port,
            KeyFile serverKey,
            RevocationList revocations,
            int maximumPacketBytes,
            int inFlight,
            Path work) {
        int chosen = port == 0 ? freePort(host) : port;
        Configuration configuration = new ConfigurationImpl()
                .setName("ecg")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                // The cache's key is the certificate's name: a revoked certificate would share its successor's entry.
                .setAuthenticationCacheSize(0)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setGlobalMaxSize(MEMORY_BYTES)
                .setIDCacheSize(DEDUPLICATION_IDS)
                .setBindingsDirectory(work.resolve("bindings").toString())
                .setJournalDirectory(work.resolve("journal").toString())
                .setPagingDirectory(work.resolve("paging").toString())
                .setLargeMessagesDirectory(work.resolve("large").toString())
                .setIncomingInterceptorClassNames(List.of(ClientIdGuard.class.getName()))
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                                .setAutoDeleteAddresses(true)
                                .setAutoDeleteQueues(true));
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            configuration.addAcceptorConfiguration(
                    "mqtt", acceptor(host, chosen, serverKey, maximumPacketBytes, inFlight));
            server.setConfiguration(configuration);
            server.setSecurityManager(new CertificateAccess(revocations));
            server.start();
        } catch (Exception e) { // the broker's own signature: anything may come
            throw new BrokerException(
                    "the broker does not start on " + host + ":" + chosen
                            + ": is the port taken, or the certificate unreadable?",
                    e);
        }
        if (!server.getActiveMQServer().getRemotingService().isStarted()) {
            throw new BrokerException("the broker did not open port " + chosen + ": see the log above");
        }
        LOGGER.info("broker listens on {}:{}", host, chosen);
        var revoked = new RevokedPeers(server.getActiveMQServer().getRemotingService(), revocations);
        revoked.start();
        return new EmbeddedBroker(server, revoked, chosen);
    }

    private static String acceptor(String host, int port, KeyFile key, int maximumPacketBytes, int inFlight) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "protocols", "MQTT",
                "sslEnabled", "true",
                "needClientAuth", "true",
                "enabledProtocols", "TLSv1.3",
                "keyStoreType", "PKCS12",
                "trustStoreType", "PKCS12"));
        String password = URLEncoder.encode(key.password(), StandardCharsets.UTF_8);
        String path = URLEncoder.encode(key.path().toAbsolutePath().toString(), StandardCharsets.UTF_8);
        parameters.put("keyStorePath", path);
        parameters.put("trustStorePath", path);
        parameters.put("keyStorePassword", password);
        parameters.put("trustStorePassword", password);
        parameters.put("maximumPacketSize", "" + maximumPacketBytes);
        parameters.put("maximumInFlightPublishMessages", "" + inFlight);
        parameters.put("defaultMaximumInFlightPublishMessages", "" + inFlight);
        // A refused publish is answered with 0x87 and the connection stays: a clinic's other messages still come.
        parameters.put("closeMqttConnectionOnPublishAuthorizationFailure", "false");
        StringBuilder url = new StringBuilder("tcp://" + host + ":" + port + "?");
        parameters.forEach(
                (name, value) -> url.append(name).append('=').append(value).append(';'));
        return url.substring(0, url.length() - 1);
    }

    private static int freePort(String host) {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + host, e);
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        revoked.close();
        try {
            server.stop();
        } catch (Exception e) { // the broker's own signature
            LOGGER.warn("the broker did not stop cleanly", e);
        }
    }
}
