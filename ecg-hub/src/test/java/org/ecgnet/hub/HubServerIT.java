package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.DownlinkAck;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HubServerIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private HubServer hub;
    private TestSite site;

    @BeforeEach
    void startHubAndSite() throws Exception {
        CountyAuthority authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        authority.issue(SITE, folder.resolve("site.p12"), Instant.now());
        hub = startHub();
        site = TestSite.connect(hub.mqttPort(), SITE, folder.resolve("site.p12"));
    }

    private HubServer startHub() {
        return HubServer.start(HubSettings.parse(TestSettings.of(folder, DATABASE.address())), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        hub.close();
    }

    @Test
    void anExamIsStoredBitExactReceiptedReadAndAnnounced() throws Exception {
        TestExam exam = TestExam.of(1, 5);
        for (UplinkMessage message : exam.messages()) {
            site.say(message);
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(site.heard(StoredUpTo.class)).contains(new StoredUpTo(exam.id(), 6));
            assertThat(site.heard(ExamReceived.class))
                    .contains(new ExamReceived(exam.id(), java.util.Optional.empty()));
            assertThat(site.heard(ReadingReady.class))
                    .extracting(ReadingReady::examId)
                    .contains(exam.id());
        });
        Recording stored = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).recording(exam.id()))
                .orElseThrow();
        assertThat(stored.waveform()).isEqualTo(exam.waveform());
    }

    /** A clinic's clock seven hours ahead: the exam is taken and read, and the error is measured and kept. */
    @Test
    void aClinicsClockHoursOffIsTakenAndMeasured() throws Exception {
        Duration ahead = Duration.ofHours(7);
        TestExam exam = TestExam.of(77, 3, Instant.now().plus(ahead));
        for (UplinkMessage message : exam.messages()) {
            site.publish(
                    Topics.up(SITE), UplinkCodec.encode(message, Instant.now().plus(ahead)));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.heard(ReadingReady.class))
                .extracting(ReadingReady::examId)
                .contains(exam.id()));
        Exam stored = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).find(exam.id()))
                .orElseThrow();
        assertThat(stored.state()).isEqualTo(ExamState.COMPLETE);
        assertThat(stored.clinicClockAhead()).isBetween(ahead.minusMinutes(1), ahead.plusMinutes(1));
        assertThat(stored.receivedAt()).isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void everyMessageTwiceInAnyOrderMakesOneExamAndOneReading() throws Exception {
        for (long seed = 100; seed < 110; seed++) {
            TestExam exam = TestExam.of(seed, 4);
            List<UplinkMessage> shuffled = new ArrayList<>(exam.messages());
            shuffled.addAll(exam.messages());
            Collections.shuffle(shuffled, new Random(seed));
            for (UplinkMessage message : shuffled) {
                site.say(message);
            }

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.heard(ReadingReady.class))
                    .extracting(ReadingReady::examId)
                    .contains(exam.id()));
            DATABASE.database().transact(transaction -> {
                ExamRepository exams = transaction.repository(ExamRepository.class);
                assertThat(exams.find(exam.id()).orElseThrow().state()).isEqualTo(ExamState.COMPLETE);
                assertThat(exams.recording(exam.id()).orElseThrow().waveform()).isEqualTo(exam.waveform());
                assertThat(transaction.repository(ReadingRepository.class).ofExam(exam.id()))
                        .hasSize(1);
            });
        }
    }

    @Test
    void aMessageIsRepeatedAtTheHeartbeatUntilItIsAcknowledged() throws Exception {
        TestExam exam = TestExam.of(2, 1);
        for (UplinkMessage message : exam.messages()) {
            site.say(message);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.heard(ReadingReady.class)).isNotEmpty());
        site.close();

        site = TestSite.connect(hub.mqttPort(), SITE, folder.resolve("site.p12"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            site.say(heartbeat());
            assertThat(site.heard(ReadingReady.class)).isNotEmpty();
            assertThat(site.heard(ExamReceived.class)).isNotEmpty();
        });
        List<Long> ids = site.heard().stream()
                .map(Decoded.Accepted::id)
                .filter(id -> id > 0)
                .toList();
        site.say(new DownlinkAck(ids));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isEmpty());
    }

    private static List<DownlinkMessage> waiting() {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(org.ecgnet.hub.downlink.DownlinkRepository.class).waiting(SITE).stream()
                                .map(org.ecgnet.hub.downlink.DownlinkRepository.Waiting::message)
                                .toList());
    }

    private static Heartbeat heartbeat() {
        return new Heartbeat(Instant.now(), "test", 0, java.util.Optional.empty(), 1);
    }

    @Test
    void aHubThatStartsAgainReadsWhatWasLeftUnread() throws Exception {
        TestExam exam = TestExam.of(3, 2);
        for (UplinkMessage message : exam.messages()) {
            site.say(message);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.heard(ReadingReady.class)).isNotEmpty());
        hub.close();
        forgetReading(exam);

        hub = startHub();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readings(exam)).isEqualTo(1));
    }

    private static void forgetReading(TestExam exam) {
        DATABASE.administer("delete from reading where exam_id = '" + exam.id() + "'");
        DATABASE.administer("update exam set read_at = null, state = 'ARRIVING', completed_at = null where exam_id = '"
                + exam.id() + "'");
    }

    private static int readings(TestExam exam) {
        return DATABASE.database().inTransaction(transaction -> transaction
                .repository(ReadingRepository.class)
                .ofExam(exam.id())
                .size());
    }
}
