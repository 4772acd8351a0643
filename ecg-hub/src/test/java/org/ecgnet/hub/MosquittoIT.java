package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub with a real Mosquitto, set up as {@code ops/deploy/mosquitto} says, in place of its own broker; skipped where
 * Mosquitto is not installed.
 */
class MosquittoIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final SiteCode OTHER = new SiteCode("wuyuan-02");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int SECONDS = 150;

    @TempDir
    private Path folder;

    private CountyAuthority authority;
    private Optional<Mosquitto> mosquitto = Optional.empty();

    @BeforeEach
    void startMosquitto() throws Exception {
        Optional<Path> program = Mosquitto.installed();
        Assumptions.assumeTrue(
                program.isPresent(), "Mosquitto is not installed: apt-get install --no-install-recommends mosquitto");
        authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        authority.issue(SITE, folder.resolve("site.p12"), Instant.now());
        mosquitto = Optional.of(Mosquitto.start(program.orElseThrow(), folder.resolve("ca")));
    }

    @AfterEach
    void stopMosquitto() {
        mosquitto.ifPresent(Mosquitto::close);
    }

    @Test
    void anExamGoesThroughMosquittoBitExact() throws Exception {
        TestExam exam = TestExam.of(71, 6);
        try (HubServer hub = HubServer.start(HubSettings.parse(settings()), Clock.systemUTC());
                TestSite site = site()) {
            for (UplinkMessage message : exam.messages()) {
                site.say(message);
            }
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(site.heard(StoredUpTo.class)).contains(new StoredUpTo(exam.id(), 7));
                assertThat(site.heard(ReadingReady.class)).isNotEmpty();
            });
            assertThat(hub.mqttPort()).isZero();
        }
        assertThat(DATABASE.database()
                        .inTransaction(transaction ->
                                transaction.repository(ExamRepository.class).recording(exam.id()))
                        .orElseThrow()
                        .waveform())
                .isEqualTo(exam.waveform());
    }

    @Test
    void aSiteSpeaksAndHearsForItselfOnly() throws Exception {
        authority.issue(OTHER, folder.resolve("other.p12"), Instant.now());
        try (TestSite site = site();
                TestSite other = TestSite.connect(broker().port(), OTHER, folder.resolve("other.p12"))) {
            assertThat(site.publish(Topics.up(OTHER), new byte[1])).isEqualTo(NOT_AUTHORIZED);
            assertThat(site.publish(Topics.down(SITE), new byte[1])).isEqualTo(NOT_AUTHORIZED);
            assertThat(site.publish(Topics.down(OTHER), new byte[1])).isEqualTo(NOT_AUTHORIZED);
            assertThat(site.connected()).isTrue();
            assertThat(other.heard()).isEmpty();
        }
    }

    @Test
    void noChunkIsLostOrDoubledWhenMosquittoAndTheHubAreKilledInTurn() throws Exception {
        Path config = folder.resolve("hub.conf");
        Files.writeString(config, settings());
        HubProcess hub = HubProcess.start(config);
        try (StreamCheck sites = new StreamCheck(authority, folder, () -> broker().url(), 900, SECONDS)) {
            sites.awaitSent(SECONDS / 4);
            broker().killAndStartAgain();
            sites.awaitSent(SECONDS / 2);
            hub.kill();
            hub = HubProcess.start(config);
            sites.awaitSent(SECONDS * 3 / 4);
            broker().killAndStartAgain();
            sites.awaitDone();
            sites.check(DATABASE.database());
        } finally {
            hub.close();
        }
    }

    private Mosquitto broker() {
        return mosquitto.orElseThrow();
    }

    /** Mosquitto may take a moment to listen. */
    private TestSite site() {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(MqttException.class::isInstance)
                .until(() -> TestSite.connect(broker().port(), SITE, folder.resolve("site.p12")), site -> true);
    }

    private String settings() {
        return """
                hub.data-dir = "%s"
                broker { kind = external, url = "%s" }
                console.port = 0
                database { kind = external, url = "%s", user = "%s", password = "%s", connect-within = 1s }
                """
                .formatted(
                        folder,
                        broker().url(),
                        DATABASE.address().url(),
                        DATABASE.address().user(),
                        DATABASE.address().password());
    }
}
