package org.ecgnet.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolIT {

    private static final Instant NOW = Exams.NOW;
    private static final long LIMIT = 64L << 20;

    @TempDir
    private Path folder;

    private ClinicStore store;

    @BeforeEach
    void open() {
        store = ClinicStore.open(Exams.settings(folder, LIMIT));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        open();
    }

    private List<ExamId> order(Instant liveSince) {
        return store.spool().pending(liveSince, 100).stream()
                .map(PendingExam::examId)
                .toList();
    }

    private List<Integer> seqs(ExamId examId, int after) {
        return store.spool().items(examId, after, 100).stream().map(OfExam::seq).toList();
    }

    @Test
    void whatWasPutComesOutEqualAndInOrderAfterReopening() {
        ExamId exam = Exams.put(store, NOW, 1, 3);
        reopen();

        List<OfExam> items = store.spool().items(exam, -1, 100);

        assertThat(items).extracting(OfExam::seq).containsExactly(0, 1, 2, 3, 4);
        assertThat(items.get(0)).isEqualTo(Exams.started(exam, NOW));
        assertThat(items.get(2)).isEqualTo(Exams.chunk(exam, 2));
        assertThat(items.get(4)).isEqualTo(Exams.ended(Exams.started(exam, NOW), 3));
    }

    @Test
    void redGoesFirstThenTheLivePatientThenTheBacklogOldestFirst() {
        ExamId old = Exams.put(store, NOW.minus(Duration.ofDays(2)), 1, 1);
        ExamId yesterday = Exams.put(store, NOW.minus(Duration.ofDays(1)), 2, 1);
        ExamId red = Exams.put(store, NOW.minus(Duration.ofHours(20)), 3, 1);
        ExamId live = Exams.put(store, NOW.minusSeconds(30), 4, 1);
        store.book().read(Exams.reading(red, TriageLevel.RED), NOW);

        assertThat(order(NOW.minusSeconds(600))).containsExactly(red, live, old, yesterday);
    }

    @Test
    void aRaisedExamGoesFirstWhileItIsStillRecorded() {
        Exams.put(store, NOW.minusSeconds(100), 1, 1);
        ExamId running = Exams.id(NOW, 2);
        store.spool().put(Exams.started(running, NOW), NOW);

        store.spool().raise(running);

        assertThat(order(NOW.minusSeconds(600)).get(0)).isEqualTo(running);
    }

    @Test
    void nothingIsForgottenWithoutAReceipt() {
        ExamId exam = Exams.put(store, NOW, 1, 3);
        store.book().read(Exams.reading(exam, TriageLevel.GREEN), NOW);

        assertThat(seqs(exam, -1)).containsExactly(0, 1, 2, 3, 4);
        assertThat(store.spool().backlog()).isEqualTo(new Backlog(5, 1, 0, Optional.of(NOW)));
    }

    @Test
    void onlyReceiptedMessagesOfAnEndedAndReadExamAreForgotten() {
        ExamId exam = Exams.put(store, NOW, 1, 3);
        store.spool().receipted(Map.of(exam, 2), NOW);
        assertThat(seqs(exam, -1)).as("not read yet").hasSize(5);

        store.book().read(Exams.reading(exam, TriageLevel.GREEN), NOW);

        assertThat(seqs(exam, -1)).containsExactly(3, 4);
        assertThat(store.spool().backlog().messages()).isEqualTo(2);
    }

    @Test
    void receiptsNeverGoBackAndNeverBeyondWhatThereIs() {
        ExamId exam = Exams.put(store, NOW, 1, 3);

        store.spool().receipted(Map.of(exam, 3), NOW);
        store.spool().receipted(Map.of(exam, 1), NOW);
        assertThat(store.spool().pending(NOW, 10)).containsExactly(new PendingExam(exam, 3, 4));

        store.spool().receipted(Map.of(exam, 99), NOW.plusSeconds(1));
        assertThat(store.spool().pending(NOW, 10)).isEmpty();
        store.spool().confirm(exam, new ClinicDeed(ClinicAction.SEEN, "wang", ""), NOW);
        assertThat(store.spool().pending(NOW, 10)).containsExactly(new PendingExam(exam, 4, 5));
        assertThat(store.book().exam(exam).orElseThrow().storedAt()).contains(NOW.plusSeconds(1));
    }

    @Test
    void aReceiptForAnUnknownExamIsIgnored() {
        store.spool().receipted(Map.of(Exams.id(NOW, 9), 3), NOW);

        assertThat(store.spool().backlog().exams()).isZero();
    }

    @Test
    void aRefusedExamStaysAndStandsInNobodysWayUntilItIsRetried() {
        ExamId refused = Exams.put(store, NOW.minusSeconds(60), 1, 1);
        ExamId good = Exams.put(store, NOW, 2, 1);

        store.spool().refused(refused, "wire version 9");
        assertThat(order(NOW)).containsExactly(good);
        assertThat(seqs(refused, -1)).hasSize(3);
        assertThat(store.spool().backlog().refused()).isEqualTo(1);

        store.spool().retry(refused);
        assertThat(order(NOW)).contains(refused);
    }

    @Test
    void confirmationsAreNumberedAboveTheEndAndOnlyForEndedExams() {
        ExamId exam = Exams.put(store, NOW, 1, 2);
        ExamId running = Exams.id(NOW, 2);
        store.spool().put(Exams.started(running, NOW), NOW);

        assertThat(store.spool()
                        .confirm(exam, new ClinicDeed(ClinicAction.SEEN, "wang", ""), NOW)
                        .orElseThrow()
                        .seq())
                .isEqualTo(4);
        assertThat(store.spool()
                        .confirm(exam, new ClinicDeed(ClinicAction.CALLED_120, "wang", ""), NOW)
                        .orElseThrow()
                        .seq())
                .isEqualTo(5);
        assertThat(store.spool().confirm(running, new ClinicDeed(ClinicAction.SEEN, "wang", ""), NOW))
                .isEmpty();
    }

    @Test
    void theSameWordsOfTheCentreAreKeptOnceAndInOrder() {
        ExamId exam = Exams.put(store, NOW, 1, 1);
        var received = new ExamReceived(exam, Optional.empty());
        var step = new CaseProgress(exam, CaseStep.ACKNOWLEDGED, "Li", NOW);

        assertThat(store.book().hear(received, Optional.of(exam), NOW)).isTrue();
        assertThat(store.book().hear(step, Optional.of(exam), NOW.plusSeconds(1)))
                .isTrue();
        assertThat(store.book().hear(received, Optional.of(exam), NOW.plusSeconds(2)))
                .isFalse();

        assertThat(store.book().exam(exam).orElseThrow().said())
                .extracting(StoredExam.Timed::value)
                .containsExactly(received, step);
    }

    @Test
    void unfinishedAndUnreadExamsAreFoundAgain() {
        ExamId running = Exams.id(NOW, 1);
        store.spool().put(Exams.started(running, NOW), NOW);
        store.spool().put(Exams.chunk(running, 1), NOW);
        store.spool().receipted(Map.of(running, 1), NOW);
        reopen();

        assertThat(store.spool().unfinished()).containsExactly(running);
        assertThat(seqs(running, -1)).as("kept to end it").containsExactly(0, 1);

        store.spool().put(Exams.ended(Exams.started(running, NOW), 1), NOW);
        assertThat(store.spool().unfinished()).isEmpty();
        assertThat(store.spool().unread()).containsExactly(running);
    }

    @Test
    void noNameAndNoIdentityNumberIsReadableInAnyFile() throws IOException {
        ExamId exam = Exams.put(store, NOW, 1, 3);
        store.spool().confirm(exam, new ClinicDeed(ClinicAction.SEEN, "Wang Village Doctor", ""), NOW);
        store.close();

        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content)
                        .as(file.getFileName().toString())
                        .doesNotContain(Exams.IDENTITY, "Zhang Daniang", "Wang Village Doctor");
            }
        }
        open();
        assertThat(store.book().exam(exam).orElseThrow().started().patient().name())
                .contains(Exams.NAME);
    }

    @Test
    void aMessageMovedToAnotherPlaceDoesNotOpen() throws SQLException {
        ExamId exam = Exams.put(store, NOW, 1, 3);
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clinic.db"));
                var move = other.createStatement()) {
            move.executeUpdate("update item set payload = (select payload from item where seq = 1) where seq = 2");
        }

        assertThatThrownBy(() -> store.spool().items(exam, -1, 10))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("message 2 of exam " + exam + " does not open");
    }

    @Test
    void anotherKeyIsRefusedAndTheRightOneOpensAgain() throws IOException {
        Exams.put(store, NOW, 1, 1);
        store.close();
        Path key = folder.resolve("store.key");
        String right = Files.readString(key);
        Files.writeString(key, "00".repeat(32));

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not the one that")
                .hasMessageContaining("put the right one back");

        Files.delete(key);
        assertThatThrownBy(this::open).hasMessageContaining("is missing, but the store was written with it");

        Files.writeString(key, "not a key");
        assertThatThrownBy(this::open).hasMessageContaining("hexadecimal digits");

        Files.writeString(key, right);
        open();
        assertThat(store.spool().backlog().exams()).isEqualTo(1);
    }

    @Test
    void theKeyFileIsReadableByItsOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("store.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFullStoreSaysSoBeforeItIsReachedAndStopsHardWithAnErrorThatCanBeRetried() {
        store.close();
        long limit = 2L << 20;
        Path small = folder.resolve("small");
        List<DiskState.Room> rooms = new ArrayList<>();
        try (ClinicStore full = ClinicStore.open(Exams.settings(small, limit))) {
            rooms.add(full.disk().room());
            assertThatThrownBy(() -> {
                        for (int n = 1; n < 10_000; n++) {
                            Exams.put(full, NOW.plusSeconds(n), n, 3);
                            DiskState.Room room = full.disk().room();
                            if (rooms.get(rooms.size() - 1) != room) {
                                rooms.add(room);
                            }
                        }
                    })
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.retryable()).as("%s", e).isTrue())
                    .hasMessageContaining("is full");
            assertThat(rooms).containsExactly(DiskState.Room.OK, DiskState.Room.NEARLY_FULL, DiskState.Room.FULL);

            full.spool().pending(NOW, 10_000).forEach(exam -> {
                full.book().read(Exams.reading(exam.examId(), TriageLevel.GREEN), NOW);
                full.spool().receipted(Map.of(exam.examId(), exam.lastSeq()), NOW);
            });
            assertThat(full.disk().room()).isEqualTo(DiskState.Room.OK);
        }
        open();
    }

    @Test
    void tidyingForgetsOldExamsThatTheHubHasAndGivesTheSpaceBack() throws IOException {
        Instant old = NOW.minus(Duration.ofDays(40));
        ExamId sent = Exams.put(store, old, 1, 200);
        ExamId unsent = Exams.put(store, old, 2, 1);
        store.book().read(Exams.reading(sent, TriageLevel.GREEN), old);
        store.spool().receipted(Map.of(sent, 999), old);
        store.tidy(old);
        long before = Files.size(folder.resolve("clinic.db"));

        assertThat(store.tidy(NOW)).isEqualTo(1);

        assertThat(store.book().exam(sent)).isEmpty();
        assertThat(store.book().exam(unsent)).isPresent();
        assertThat(Files.size(folder.resolve("clinic.db"))).isLessThanOrEqualTo(before);
        assertThat(store.disk().usedBytes()).isLessThan(200_000);
    }

    @Test
    void aStoreOfANewerVersionIsNotTouched() throws SQLException {
        store.close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clinic.db"));
                var newer = other.createStatement()) {
            newer.execute("pragma user_version = 99");
        }
        assertThatThrownBy(this::open).hasMessageContaining("written by a newer edge agent");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clinic.db"));
                var back = other.createStatement()) {
            back.execute("pragma user_version = 2");
        }
        open();
    }

    @Test
    void aStoreOfTheFirstVersionIsBroughtUpAndKeepsWhatWasConfirmed() throws SQLException {
        ExamId exam = Exams.put(store, NOW, 1, 2);
        store.spool().confirm(exam, new ClinicDeed(ClinicAction.SEEN, "wang", "R11"), NOW);
        store.close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clinic.db"));
                var first = other.createStatement()) {
            first.execute("alter table confirmation drop column deed");
            first.execute("drop table strip");
            first.execute("pragma user_version = 1");
        }

        open();

        assertThat(store.book().exam(exam).orElseThrow().confirmed())
                .extracting(timed -> timed.value().action())
                .containsExactly(ClinicAction.SEEN);
        assertThat(store.book().strip(exam)).isEmpty();
    }

    @Test
    void aPatientIdentifiedLaterIsShownHereAndSentUnderTheNextNumber() {
        ExamId exam = Exams.put(store, NOW, 1, 2);
        Patient patient =
                new Patient(Optional.of("李秀英"), Optional.of("11010519491231002X"), Sex.FEMALE, OptionalInt.of(76));

        assertThat(store.spool().identify(exam, patient, "wang", NOW)).isTrue();
        assertThat(store.spool().identify(Exams.id(NOW, 9), patient, "wang", NOW))
                .isFalse();

        StoredExam shown = store.book().exam(exam).orElseThrow();
        assertThat(shown.started().patient()).isEqualTo(patient);
        List<OfExam> items = store.spool().items(exam, -1, 100);
        assertThat(((ExamStarted) items.get(0)).patient().name()).contains(Exams.NAME);
        assertThat(items.get(items.size() - 1)).isEqualTo(new PatientIdentified(exam, 4, patient, "wang", NOW));
        assertThat(store.book()
                        .search(
                                NOW,
                                NOW.plusSeconds(1),
                                started -> started.patient().equals(patient),
                                9))
                .hasSize(1);
    }
}
