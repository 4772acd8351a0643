package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.intake.Intake;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.DownlinkMessage.Refused;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.WireV1;
import org.ecgnet.protocol.uplink.v1.Uplink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the hub cannot take, over the real wire: kept, answered with the reason, logged, and in nobody's way. */
class RefusedMessagesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger SEEDS = new AtomicInteger(4_000);
    private static final int MAXIMUM_PACKET = 128 * 1024;

    @TempDir
    private Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(Intake.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private HubServer hub;
    private TestSite site;

    @BeforeEach
    void startHubAndSite() throws Exception {
        CountyAuthority authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        authority.issue(SITE, folder.resolve("site.p12"), Instant.now());
        hub = HubServer.start(HubSettings.parse(TestSettings.of(folder, DATABASE.address())), Clock.systemUTC());
        site = connect();
        log.start();
        logger.addAppender(log);
    }

    private TestSite connect() throws Exception {
        return TestSite.connect(hub.mqttPort(), SITE, folder.resolve("site.p12"));
    }

    @AfterEach
    void stop() throws Exception {
        logger.detachAppender(log);
        site.close();
        hub.close();
    }

    @Test
    void anotherWireVersionIsQuarantinedAndRefusedWithTheReason() throws Exception {
        TestExam exam = TestExam.of(41, 2);
        byte[] newer = version(2, exam.messages().get(1));

        site.publish(Topics.up(SITE), newer);

        expectRefused(new Refused(Optional.of(exam.id()), 1, "wire version 2 (expected: 1)"), newer);
        expectTheLineStillServes();
    }

    @Test
    void garbageIsQuarantinedByteForByteAndRefused() throws Exception {
        byte[] garbage = "{\"ecg\": [1, 2, 3]}".getBytes(StandardCharsets.UTF_8);

        site.publish(Topics.up(SITE), garbage);

        expectRefused(new Refused(Optional.empty(), 0, "not a protobuf uplink message"), garbage);
        expectTheLineStillServes();
    }

    @Test
    void aMessageLargerThanTheWireAllowsIsRefusedAndOneLargerThanAPacketEndsOnlyItsConnection() throws Exception {
        byte[] large = new byte[WireV1.MAX_MESSAGE_BYTES + 1];
        new Random(42).nextBytes(large);

        site.publish(Topics.up(SITE), large);

        expectRefused(new Refused(Optional.empty(), 0, "message of 98305 bytes (expected: at most 98304)"), large);
        site.publishWithoutWaiting(Topics.up(SITE), new byte[MAXIMUM_PACKET + 1]);
        await().atMost(PATIENCE).until(() -> !site.connected());
        site.close();
        site = connect();
        expectTheLineStillServes();
    }

    @Test
    void truncatedAndFlippedMessagesNeverStopTheLine() throws Exception {
        var random = new Random(43);
        TestExam exam = TestExam.of(44, 2);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = UplinkCodec.encode(exam.messages().get(round % 4), Instant.now());
            if (round % 2 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            site.publish(Topics.up(SITE), bytes);
        }
        expectTheLineStillServes();
    }

    private void expectRefused(Refused refused, byte[] payload) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.heard(Refused.class)).contains(refused));
        assertThat(DATABASE.count("quarantine where site = '" + SITE + "' and reason = '" + refused.reason()
                        + "' and payload = '\\x" + HexFormat.of().formatHex(payload) + "'"))
                .isEqualTo(1);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("refused a message of linhe-01: " + refused.reason());
    }

    private void expectTheLineStillServes() throws Exception {
        TestExam exam = TestExam.of(SEEDS.incrementAndGet(), 2);
        for (UplinkMessage message : exam.messages()) {
            site.say(message);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.heard(ReadingReady.class))
                .extracting(ReadingReady::examId)
                .contains(exam.id()));
    }

    private static byte[] version(int version, UplinkMessage message) throws InvalidProtocolBufferException {
        return Uplink.parseFrom(UplinkCodec.encode(message, Instant.now())).toBuilder()
                .setVersion(version)
                .build()
                .toByteArray();
    }
}
