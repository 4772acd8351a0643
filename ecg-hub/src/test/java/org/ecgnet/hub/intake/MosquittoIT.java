package org.ecgnet.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.HubServer;
import org.ecgnet.hub.HubSettings;
import org.ecgnet.hub.TestExam;
import org.ecgnet.hub.TestSite;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The hub with a real Mosquitto in place of its own broker; skipped where Mosquitto is not installed. */
class MosquittoIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Process mosquitto;
    private HubServer hub;
    private int port;

    @BeforeEach
    void startMosquittoAndHub() throws Exception {
        Path program = Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        Assumptions.assumeTrue(
                Files.isExecutable(program),
                "Mosquitto is not installed: apt-get install --no-install-recommends mosquitto");
        CountyAuthority authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        authority.issue(SITE, folder.resolve("site.p12"), Instant.now());
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        mosquitto = start(program);
        hub = HubServer.start(
                HubSettings.parse(
                        """
                        hub.data-dir = "%s"
                        broker { kind = external, url = "ssl://localhost:%d" }
                        database { kind = external, url = "%s", user = "%s", password = "%s" }
                        """
                                .formatted(
                                        folder,
                                        port,
                                        DATABASE.address().url(),
                                        DATABASE.address().user(),
                                        DATABASE.address().password())),
                Clock.systemUTC());
    }

    private Process start(Path program) throws IOException {
        Files.writeString(
                folder.resolve("acl"),
                """
                user hub
                topic readwrite ecg/v1/#
                pattern write ecg/v1/up/%u
                pattern read ecg/v1/down/%u
                """);
        Path config = folder.resolve("mosquitto.conf");
        Files.writeString(
                config,
                """
                listener %d 127.0.0.1
                allow_anonymous false
                cafile %s
                certfile %s
                keyfile %s
                tls_version tlsv1.3
                require_certificate true
                use_identity_as_username true
                acl_file %s
                max_inflight_messages 500
                max_queued_messages 10000
                persistence false
                user root
                """
                        .formatted(
                                port,
                                folder.resolve("ca/ca.pem"),
                                folder.resolve("ca/hub-server.pem"),
                                folder.resolve("ca/hub-server.key"),
                                folder.resolve("acl")));
        return new ProcessBuilder(program.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
    }

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.close();
        }
        if (mosquitto != null) {
            mosquitto.destroy();
        }
    }

    @Test
    void anExamGoesThroughMosquittoBitExact() throws Exception {
        TestExam exam = TestExam.of(71, 6);
        try (TestSite site = TestSite.connect(port, SITE, folder.resolve("site.p12"))) {
            for (UplinkMessage message : exam.messages()) {
                site.say(message);
            }
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(site.heard(StoredUpTo.class)).contains(new StoredUpTo(exam.id(), 7));
                assertThat(site.heard(ReadingReady.class)).isNotEmpty();
            });
            assertThat(site.publish(Topics.up(new SiteCode("wuyuan-02")), new byte[1]))
                    .isEqualTo(0x87);
        }
        assertThat(DATABASE.database()
                        .inTransaction(transaction ->
                                transaction.repository(ExamRepository.class).recording(exam.id()))
                        .orElseThrow()
                        .waveform())
                .isEqualTo(exam.waveform());
    }
}
