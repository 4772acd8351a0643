package org.ecgnet.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.TestSite;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.ca.KeyFile;
import org.ecgnet.protocol.uplink.Topics;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final int NOT_AUTHORIZED = 0x87;
    private static final int GRANTED_QOS_1 = 1;
    private static final int SUCCESS = 0;
    private static final int MAXIMUM_PACKET = 128 << 10;
    private static final SiteCode LINHE = new SiteCode("linhe-01");
    private static final SiteCode WUYUAN = new SiteCode("wuyuan-02");

    @TempDir
    private static Path folder;

    private static CountyAuthority authority;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        Instant now = Instant.now();
        authority = CountyAuthority.init(folder.resolve("ca"), List.of(), now);
        authority.issue(LINHE, folder.resolve("linhe.p12"), now);
        authority.issue(WUYUAN, folder.resolve("wuyuan.p12"), now);
        broker = EmbeddedBroker.start(
                "127.0.0.1",
                0,
                new KeyFile(folder.resolve("ca/hub-server.p12")),
                new RevocationList(folder.resolve("ca")),
                MAXIMUM_PACKET,
                500,
                folder.resolve("broker"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static String url() {
        return "ssl://localhost:" + broker.port();
    }

    private static TestSite linhe(String clientId) throws Exception {
        return TestSite.connect(url(), LINHE, clientId, folder.resolve("linhe.p12"));
    }

    @Test
    void aSitePublishesItsOwnUplinkAndHearsItsOwnDownlink() throws Exception {
        try (TestSite site = linhe("linhe-01")) {
            assertThat(site.subscribe(Topics.down(LINHE))).isEqualTo(GRANTED_QOS_1);
            assertThat(site.publish(Topics.up(LINHE), new byte[1])).isIn(SUCCESS, 0x10);
        }
    }

    @Test
    void aPublishUnderAnothersTopicIsRefusedAndTheConnectionStays() throws Exception {
        try (TestSite site = linhe("linhe-01")) {
            assertThat(site.publish(Topics.up(WUYUAN), new byte[1])).isEqualTo(NOT_AUTHORIZED);
            assertThat(site.publish(Topics.down(LINHE), new byte[1])).isEqualTo(NOT_AUTHORIZED);
            assertThat(site.publish(Topics.up(LINHE) + "/more", new byte[1])).isEqualTo(NOT_AUTHORIZED);
            assertThat(site.publish("ecg.v1.up.linhe-01", new byte[1])).isEqualTo(NOT_AUTHORIZED);
            assertThat(site.connected()).isTrue();
        }
    }

    @Test
    void aSubscriptionBeyondTheOwnDownlinkIsRefused() throws Exception {
        try (TestSite site = linhe("linhe-01")) {
            for (String topic : List.of(
                    "#",
                    "ecg/v1/up/+",
                    "ecg/v1/down/+",
                    "ecg/v1/down/#",
                    Topics.up(LINHE),
                    Topics.down(WUYUAN),
                    "$share/g/#",
                    "$SYS/#",
                    "activemq.notifications",
                    "$sys.mqtt.sessions")) {
                assertThat(site.subscribe(topic)).as(topic).isEqualTo(NOT_AUTHORIZED);
            }
        }
    }

    @Test
    void theHubMaySubscribeEveryUplink() throws Exception {
        try (TestSite hub = TestSite.connect(url(), LINHE, "hub", folder.resolve("ca/hub-client.p12"))) {
            assertThat(hub.subscribe(Topics.allUp())).isEqualTo(GRANTED_QOS_1);
            assertThat(hub.publish(Topics.down(WUYUAN), new byte[1])).isIn(SUCCESS, 0x10);
        }
    }

    @Test
    void aCertificateCannotTakeAnothersClientId() throws Exception {
        try (TestSite hub = TestSite.connect(url(), LINHE, "hub", folder.resolve("ca/hub-client.p12"))) {
            for (String stolen : List.of("hub", "hub~ingest", "wuyuan-02", "linhe-01x", "linhe")) {
                assertThatThrownBy(() -> linhe(stolen).close()).as(stolen).isInstanceOf(MqttException.class);
            }
            assertThat(hub.connected()).isTrue();
        }
        linhe("linhe-01~second").close();
    }

    @Test
    void anotherAuthoritysCertificateIsRefused() throws Exception {
        CountyAuthority other = CountyAuthority.init(folder.resolve("other"), List.of(), Instant.now());
        other.issue(LINHE, folder.resolve("forged.p12"), Instant.now());
        assertThatThrownBy(() -> speak(folder.resolve("forged.p12"))).isInstanceOf(IOException.class);
    }

    @Test
    void aClientWithoutACertificateIsRefused() {
        assertThatThrownBy(() -> speak(null)).isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateThatIsRevokedWhileTheBrokerRunsIsRefusedAtItsNextConnection() throws Exception {
        var site = new SiteCode("dengkou-03");
        Path file = folder.resolve("dengkou.p12");
        authority.issue(site, file, Instant.now());
        TestSite.connect(url(), site, site.value(), file).close();

        authority.revoke(site, Instant.now());

        assertThatThrownBy(
                        () -> TestSite.connect(url(), site, site.value(), file).close())
                .isInstanceOf(MqttException.class);
    }

    @Test
    void anOpenConnectionEndsSoonAfterItsCertificateIsRevokedAndTheOthersStay() throws Exception {
        var site = new SiteCode("hangjin-04");
        Path file = folder.resolve("hangjin.p12");
        authority.issue(site, file, Instant.now());
        try (TestSite revoked = TestSite.connect(url(), site, site.value(), file);
                TestSite other = linhe("linhe-01")) {
            assertThat(revoked.publish(Topics.up(site), new byte[1])).isIn(SUCCESS, 0x10);

            authority.revoke(site, Instant.now());

            await().atMost(Duration.ofSeconds(10)).until(() -> !revoked.connected());
            assertThat(other.connected()).isTrue();
        }
    }

    @Test
    void anOversizePacketEndsTheConnection() throws Exception {
        try (TestSite site = linhe("linhe-01")) {
            site.publishWithoutWaiting(Topics.up(LINHE), new byte[MAXIMUM_PACKET + 1]);
            await().atMost(Duration.ofSeconds(10)).until(() -> !site.connected());
        }
        linhe("linhe-01").close();
    }

    /** Sends a certificate whether or not the server named its issuer, which the JDK's own key manager would not. */
    private static void speak(Path keyFile) throws Exception {
        KeyStore trust = new KeyFile(folder.resolve("linhe.p12")).load();
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(
                keyFile == null ? null : new KeyManager[] {new StubbornKey(keyFile)},
                trusted.getTrustManagers(),
                new SecureRandom());
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", broker.port())) {
            socket.setSoTimeout(5_000);
            socket.startHandshake();
            // In TLS 1.3 the client learns of the refusal with its first read.
            int first = socket.getInputStream().read();
            if (first < 0) {
                throw new EOFException("closed by the broker");
            }
        }
    }

    private static final class StubbornKey extends X509ExtendedKeyManager {

        private final PrivateKey key;
        private final X509Certificate[] chain;

        StubbornKey(Path keyFile) throws Exception {
            var file = new KeyFile(keyFile);
            KeyStore store = file.load();
            this.key = (PrivateKey) store.getKey(LINHE.value(), file.password().toCharArray());
            this.chain = Arrays.stream(store.getCertificateChain(LINHE.value()))
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return LINHE.value();
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {LINHE.value()};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return LINHE.value();
        }
    }
}
