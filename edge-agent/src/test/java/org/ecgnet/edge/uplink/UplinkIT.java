package org.ecgnet.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.edge.store.ClinicDeed;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.Exams;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.DownlinkAck;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The uplink against a real broker, with a small hub behind it. */
class UplinkIT {

    private static final SiteCode SITE = new SiteCode("dagou");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<DownlinkMessage> heard = new CopyOnWriteArrayList<>();
    private TestCertificates certificates;
    private Mosquitto broker;
    private ClinicStore store;
    private FakeHub hub;

    @BeforeEach
    void prepare() throws Exception {
        certificates = new TestCertificates(folder);
        broker = Mosquitto.prepare(folder, certificates);
        open.add(broker);
        store = ClinicStore.open(Exams.settings(folder.resolve("store"), 256L << 20));
        open.add(store);
        hub = new FakeHub(settings("hub"), SITE);
        open.add(hub);
    }

    @AfterEach
    void close() throws Exception {
        for (int at = open.size() - 1; at >= 0; at--) {
            open.get(at).close();
        }
    }

    private HubSettings settings(String name) throws Exception {
        return new HubSettings(
                "localhost",
                broker.port(),
                certificates.client(name),
                TestCertificates.PASSWORD,
                certificates.trustStore(),
                TestCertificates.PASSWORD,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                100,
                400,
                Duration.ofMinutes(10));
    }

    private Uplink uplink() throws Exception {
        return uplink(settings(SITE.value()));
    }

    private Uplink uplink(HubSettings settings) {
        UnitStatus status =
                new UnitStatus(new UnitId("ecg-1"), "reference", true, OptionalInt.of(80), List.of(), Exams.NOW);
        Uplink made = new Uplink(
                SITE,
                settings,
                store,
                () -> Optional.of(status),
                new UplinkListener() {
                    @Override
                    public void changed() {}

                    @Override
                    public void heard(DownlinkMessage message) {
                        heard.add(message);
                    }
                },
                "0.1.0",
                Clock.systemUTC(),
                new Random(1));
        open.add(made);
        made.start();
        return made;
    }

    private void expectWhole(ExamId exam, int messages) {
        await().atMost(LONG).until(() -> hub.of(exam).size() == messages);
    }

    private void expectNothingQueued() {
        await().atMost(LONG).until(() -> store.spool().backlog().messages() == 0);
    }

    @Test
    void whatIsStoredArrivesEqualAndIsForgottenOnReceipt() throws Exception {
        broker.start();
        hub.connect();
        Uplink uplink = uplink();

        ExamId exam = Exams.put(store, Instant.now(), 1, 10);
        store.book().read(Exams.reading(exam, TriageLevel.GREEN), Instant.now());
        List<OfExam> sent = store.spool().items(exam, -1, 100);
        uplink.wake();

        expectNothingQueued();
        assertThat(hub.of(exam)).isEqualTo(sent).hasSize(12);
        assertThat(store.spool().items(exam, -1, 100)).isEmpty();
        assertThat(store.book().exam(exam).orElseThrow().storedAt()).isPresent();
        assertThat(uplink.state().connected()).isTrue();
        assertThat(uplink.state().receiptAt()).isPresent();
    }

    @Test
    void aPubackAloneForgetsNothingAndTheRestIsSentAgain() throws Exception {
        broker.start();
        hub.connect();
        hub.withholdReceipts(true);
        Uplink uplink = uplink();
        ExamId exam = Exams.put(store, Instant.now(), 1, 3);
        store.book().read(Exams.reading(exam, TriageLevel.GREEN), Instant.now());
        uplink.wake();

        await().atMost(LONG)
                .until(() ->
                        hub.arrived().stream().filter(item -> item.seq() == 0).count() >= 3);
        assertThat(store.spool().backlog().messages()).isEqualTo(5);

        hub.withholdReceipts(false);
        expectNothingQueued();
        assertThat(hub.of(exam)).hasSize(5);
    }

    @Test
    void brokerKilledAndRestartedWhileExamsFlowLosesNothing() throws Exception {
        broker.start();
        hub.connect();
        Uplink uplink = uplink();
        List<ExamId> exams = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            int before = hub.arrived().size();
            for (int n = 0; n < 15; n++) {
                exams.add(Exams.put(store, Instant.now(), round * 100 + n, 10));
                uplink.wake();
            }
            await().atMost(LONG).until(() -> hub.arrived().size() > before + 20);
            broker.kill();
            broker.start();
            hub.connect();
        }

        expectNothingQueued();
        for (ExamId exam : exams) {
            assertThat(hub.of(exam)).extracting(OfExam::seq).hasSize(12);
            assertThat(hub.of(exam).get(3)).isEqualTo(Exams.chunk(exam, 3));
        }
    }

    @Test
    void afterAnOutageTheRedExamArrivesBeforeTheBacklog() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        for (int n = 0; n < 30; n++) {
            Exams.put(store, yesterday.plusSeconds(n), n, 10);
        }
        ExamId live = Exams.put(store, Instant.now(), 100, 3);
        ExamId red = Exams.put(store, yesterday.plusSeconds(500), 200, 10);
        store.book().read(Exams.reading(red, TriageLevel.RED), Instant.now());
        broker.start();
        hub.connect();

        uplink();

        expectNothingQueued();
        assertThat(hub.arrived().subList(0, 12)).allMatch(item -> item.examId().equals(red));
        assertThat(hub.arrived().subList(12, 17)).allMatch(item -> item.examId().equals(live));
        assertThat(hub.arrived().get(17).examId()).isEqualTo(Exams.id(yesterday, 0));
    }

    @Test
    void whatTheCentreSaysIsStoredOnceAndAcknowledgedEveryTime() throws Exception {
        broker.start();
        hub.connect();
        uplink();
        await().atMost(LONG).until(() -> !hub.signs().isEmpty());
        ExamId exam = Exams.put(store, Instant.now(), 1, 1);
        var received = new ExamReceived(exam, Optional.empty());
        var step = new CaseProgress(exam, CaseStep.ACKNOWLEDGED, "Li", Exams.NOW);

        hub.send(received, 41);
        hub.send(step, 42);
        hub.send(received, 41);

        await().atMost(LONG).until(() -> acknowledged().size() >= 3);
        assertThat(acknowledged()).containsExactlyInAnyOrder(41L, 41L, 42L);
        assertThat(heard).containsExactly(received, step);
        assertThat(store.book().exam(exam).orElseThrow().said()).hasSize(2);
    }

    private List<Long> acknowledged() {
        return hub.signs().stream()
                .filter(DownlinkAck.class::isInstance)
                .flatMap(sign -> ((DownlinkAck) sign).ids().stream())
                .toList();
    }

    @Test
    void aRefusedExamIsKeptAndShownAndTheOthersGoOn() throws Exception {
        broker.start();
        hub.connect();
        hub.withholdReceipts(true);
        Uplink uplink = uplink();
        ExamId bad = Exams.put(store, Instant.now(), 1, 1);
        await().atMost(LONG).until(() -> uplink.state().connected());

        hub.send(new DownlinkMessage.Refused(Optional.of(bad), 0, "not this one"), 7);
        await().atMost(LONG).until(() -> store.spool().backlog().refused() == 1);
        hub.withholdReceipts(false);
        ExamId good = Exams.put(store, Instant.now(), 2, 1);
        uplink.wake();

        expectWhole(good, 3);
        expectNothingQueued();
        assertThat(store.book().exam(bad).orElseThrow().refused()).contains("not this one");
        assertThat(store.spool().items(bad, -1, 10)).hasSize(3);
    }

    @Test
    void everyRefusalIsLoggedWithItsReasonAlsoOneAboutNoExam() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(UplinkSession.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        open.add(() -> logger.detachAppender(log));
        broker.start();
        hub.connect();
        Uplink uplink = uplink();
        await().atMost(LONG).until(() -> uplink.state().connected());

        hub.send(new DownlinkMessage.Refused(Optional.empty(), 0, "wire version 2 (expected: 1)"), 9);

        await().atMost(LONG).untilAsserted(() -> assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("The hub refuses what is about no exam, message 0: wire version 2 (expected: 1)"));
        assertThat(uplink.state().connected()).isTrue();
    }

    @Test
    void heartbeatsAndUnitStateComeOnConnectAndHeartbeatsGoOn() throws Exception {
        broker.start();
        hub.connect();
        uplink();

        await().atMost(LONG)
                .until(() ->
                        hub.signs().stream().filter(Heartbeat.class::isInstance).count() >= 3);
        assertThat(hub.signs().get(0)).isInstanceOf(Heartbeat.class);
        assertThat(hub.signs().get(1)).isInstanceOf(UnitStatus.class);
        assertThat(hub.signs().stream().filter(UnitStatus.class::isInstance)).hasSize(1);
        assertThat(((Heartbeat) hub.signs().get(0)).freeDiskBytes()).isPositive();
    }

    @Test
    void aConfirmationIsSentEvenAfterEverythingElseWasForgotten() throws Exception {
        broker.start();
        hub.connect();
        Uplink uplink = uplink();
        ExamId exam = Exams.put(store, Instant.now(), 1, 1);
        store.book().read(Exams.reading(exam, TriageLevel.GREEN), Instant.now());
        uplink.wake();
        expectNothingQueued();

        assertThat(store.spool().confirm(exam, new ClinicDeed(ClinicAction.SEEN, "wang", ""), Instant.now()))
                .isPresent();
        uplink.wake();

        expectWhole(exam, 4);
        expectNothingQueued();
    }

    @Test
    void garbageFromTheHubsSideIsDroppedAndNothingStops() throws Exception {
        broker.start();
        hub.connect();
        Uplink uplink = uplink();
        await().atMost(LONG).until(() -> uplink.state().connected());
        Random random = new Random(5);
        for (int n = 0; n < 200; n++) {
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            hub.send(garbage);
        }

        ExamId exam = Exams.put(store, Instant.now(), 1, 1);
        uplink.wake();

        expectWhole(exam, 3);
        expectNothingQueued();
    }

    @Test
    void aDamagedExamStandsAsideAndTheOthersAreSent() throws Exception {
        ExamId damaged = Exams.put(store, Instant.now().minusSeconds(10), 1, 2);
        try (var other = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("store").resolve("clinic.db"));
                var damage = other.createStatement()) {
            damage.executeUpdate("update item set payload = x'00112233445566778899aabbccddeeff' where seq = 1");
        }
        ExamId good = Exams.put(store, Instant.now(), 2, 2);
        broker.start();
        hub.connect();

        uplink();

        expectWhole(good, 4);
        assertThat(store.book().exam(damaged).orElseThrow().refused().orElseThrow())
                .contains("damaged");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsTurnedAwayAndTheReasonShown() throws Exception {
        broker.start();
        Path elsewhere = java.nio.file.Files.createDirectory(folder.resolve("elsewhere"));
        HubSettings right = settings(SITE.value());
        HubSettings wrong = new HubSettings(
                right.host(),
                right.port(),
                new TestCertificates(elsewhere).client(SITE.value()),
                TestCertificates.PASSWORD,
                right.trustStore(),
                TestCertificates.PASSWORD,
                right.reconnectFrom(),
                right.reconnectTo(),
                right.heartbeat(),
                right.resendAfter(),
                right.connectWithin(),
                right.inFlight(),
                right.unreceipted(),
                right.liveFor());

        Uplink uplink = uplink(wrong);

        await().atMost(LONG).until(() -> !uplink.state().problem().orElse("").equals("not connected yet"));
        assertThat(uplink.state().connected()).isFalse();
        assertThat(uplink.state().problem().orElse("")).contains("cannot reach the hub");
    }

    @Test
    void aWrongPasswordStopsTheStartAndNamesTheFile() throws Exception {
        HubSettings right = settings(SITE.value());
        HubSettings wrong = new HubSettings(
                right.host(),
                right.port(),
                right.keyStore(),
                "wrong",
                right.trustStore(),
                TestCertificates.PASSWORD,
                right.reconnectFrom(),
                right.reconnectTo(),
                right.heartbeat(),
                right.resendAfter(),
                right.connectWithin(),
                right.inFlight(),
                right.unreceipted(),
                right.liveFor());

        assertThatThrownBy(() -> uplink(wrong))
                .isInstanceOf(UplinkException.class)
                .hasMessageContaining("dagou.p12")
                .hasMessageContaining("password");
    }
}
