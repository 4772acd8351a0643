package org.ecgnet.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
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

    @TempDir
    private Path folder;

    private UplinkRig rig;
    private ClinicStore store;
    private FakeHub hub;

    @BeforeEach
    void prepare() throws Exception {
        rig = new UplinkRig(folder);
        store = rig.store();
        hub = rig.hub();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatIsStoredArrivesEqualAndIsForgottenOnReceipt() throws Exception {
        rig.connectHub();
        Uplink uplink = rig.uplink();

        ExamId exam = Exams.put(store, Instant.now(), 1, 10);
        store.book().read(Exams.reading(exam, TriageLevel.GREEN), Instant.now());
        List<OfExam> sent = store.spool().items(exam, -1, 100);
        uplink.wake();

        rig.expectNothingQueued();
        assertThat(hub.of(exam)).isEqualTo(sent).hasSize(12);
        assertThat(store.spool().items(exam, -1, 100)).isEmpty();
        assertThat(store.book().exam(exam).orElseThrow().storedAt()).isPresent();
        assertThat(uplink.state().connected()).isTrue();
        assertThat(uplink.state().receiptAt()).isPresent();
    }

    @Test
    void aPubackAloneForgetsNothingAndTheRestIsSentAgain() throws Exception {
        rig.connectHub();
        hub.withholdReceipts(true);
        Uplink uplink = rig.uplink();
        ExamId exam = Exams.put(store, Instant.now(), 1, 3);
        store.book().read(Exams.reading(exam, TriageLevel.GREEN), Instant.now());
        uplink.wake();

        await().atMost(UplinkRig.LONG)
                .until(() ->
                        hub.arrived().stream().filter(item -> item.seq() == 0).count() >= 3);
        assertThat(store.spool().backlog().messages()).isEqualTo(5);

        hub.withholdReceipts(false);
        rig.expectNothingQueued();
        assertThat(hub.of(exam)).hasSize(5);
    }

    @Test
    void brokerKilledAndRestartedWhileExamsFlowLosesNothing() throws Exception {
        rig.connectHub();
        Uplink uplink = rig.uplink();
        List<ExamId> exams = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            int before = hub.arrived().size();
            for (int n = 0; n < 15; n++) {
                exams.add(Exams.put(store, Instant.now(), round * 100 + n, 10));
                uplink.wake();
            }
            await().atMost(UplinkRig.LONG).until(() -> hub.arrived().size() > before + 20);
            rig.broker().kill();
            rig.broker().start();
            hub.connect();
        }

        rig.expectNothingQueued();
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
        rig.connectHub();

        rig.uplink();

        rig.expectNothingQueued();
        assertThat(hub.arrived().subList(0, 12)).allMatch(item -> item.examId().equals(red));
        assertThat(hub.arrived().subList(12, 17)).allMatch(item -> item.examId().equals(live));
        assertThat(hub.arrived().get(17).examId()).isEqualTo(Exams.id(yesterday, 0));
    }

    @Test
    void whatTheCentreSaysIsStoredOnceAndAcknowledgedEveryTime() throws Exception {
        rig.connectHub();
        rig.uplink();
        await().atMost(UplinkRig.LONG).until(() -> !hub.signs().isEmpty());
        ExamId exam = Exams.put(store, Instant.now(), 1, 1);
        var received = new ExamReceived(exam, Optional.empty());
        var step = new CaseProgress(exam, CaseStep.ACKNOWLEDGED, "Li", Exams.NOW);

        hub.send(received, 41);
        hub.send(step, 42);
        hub.send(received, 41);

        await().atMost(UplinkRig.LONG).until(() -> acknowledged().size() >= 3);
        assertThat(acknowledged()).containsExactlyInAnyOrder(41L, 41L, 42L);
        assertThat(rig.heard()).containsExactly(received, step);
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
        rig.connectHub();
        hub.withholdReceipts(true);
        Uplink uplink = rig.uplink();
        ExamId bad = Exams.put(store, Instant.now(), 1, 1);
        await().atMost(UplinkRig.LONG).until(() -> uplink.state().connected());

        hub.send(new DownlinkMessage.Refused(Optional.of(bad), 0, "not this one"), 7);
        await().atMost(UplinkRig.LONG).until(() -> store.spool().backlog().refused() == 1);
        hub.withholdReceipts(false);
        ExamId good = Exams.put(store, Instant.now(), 2, 1);
        uplink.wake();

        rig.expectWhole(good, 3);
        rig.expectNothingQueued();
        assertThat(store.book().exam(bad).orElseThrow().refused()).contains("not this one");
        assertThat(store.spool().items(bad, -1, 10)).hasSize(3);
    }

    @Test
    void everyRefusalIsLoggedWithItsReasonAlsoOneAboutNoExam() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(UplinkSession.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        rig.closing(() -> logger.detachAppender(log));
        rig.connectHub();
        Uplink uplink = rig.uplink();
        await().atMost(UplinkRig.LONG).until(() -> uplink.state().connected());

        hub.send(new DownlinkMessage.Refused(Optional.empty(), 0, "wire version 2 (expected: 1)"), 9);

        await().atMost(UplinkRig.LONG).untilAsserted(() -> assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("The hub refuses what is about no exam, message 0: wire version 2 (expected: 1)"));
        assertThat(uplink.state().connected()).isTrue();
    }

    @Test
    void heartbeatsAndUnitStateComeOnConnectAndHeartbeatsGoOn() throws Exception {
        rig.connectHub();
        rig.uplink();

        await().atMost(UplinkRig.LONG)
                .until(() ->
                        hub.signs().stream().filter(Heartbeat.class::isInstance).count() >= 3);
        assertThat(hub.signs().get(0)).isInstanceOf(Heartbeat.class);
        assertThat(hub.signs().get(1)).isInstanceOf(UnitStatus.class);
        assertThat(hub.signs().stream().filter(UnitStatus.class::isInstance)).hasSize(1);
        assertThat(((Heartbeat) hub.signs().get(0)).freeDiskBytes()).isPositive();
    }

    @Test
    void aConfirmationIsSentEvenAfterEverythingElseWasForgotten() throws Exception {
        rig.connectHub();
        Uplink uplink = rig.uplink();
        ExamId exam = Exams.put(store, Instant.now(), 1, 1);
        store.book().read(Exams.reading(exam, TriageLevel.GREEN), Instant.now());
        uplink.wake();
        rig.expectNothingQueued();

        assertThat(store.spool().confirm(exam, new ClinicDeed(ClinicAction.SEEN, "wang", ""), Instant.now()))
                .isPresent();
        uplink.wake();

        rig.expectWhole(exam, 4);
        rig.expectNothingQueued();
    }

    @Test
    void garbageFromTheHubsSideIsDroppedAndNothingStops() throws Exception {
        rig.connectHub();
        Uplink uplink = rig.uplink();
        await().atMost(UplinkRig.LONG).until(() -> uplink.state().connected());
        Random random = new Random(5);
        for (int n = 0; n < 200; n++) {
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            hub.send(garbage);
        }

        ExamId exam = Exams.put(store, Instant.now(), 1, 1);
        uplink.wake();

        rig.expectWhole(exam, 3);
        rig.expectNothingQueued();
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
        rig.connectHub();

        rig.uplink();

        rig.expectWhole(good, 4);
        assertThat(store.book().exam(damaged).orElseThrow().refused().orElseThrow())
                .contains("damaged");
    }
}
