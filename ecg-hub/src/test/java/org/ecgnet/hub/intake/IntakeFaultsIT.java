package org.ecgnet.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.TestExam;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamArrivals;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.intake.Arrival.Content;
import org.ecgnet.hub.intake.GroupOutcome.Reply;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.DownlinkMessage.Refused;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The committer on a real database, without a broker: what is told, and when. */
class IntakeFaultsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final SiteCode OTHER = new SiteCode("wuyuan-02");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Reply> replies = new CopyOnWriteArrayList<>();
    private final List<ExamId> whole = new CopyOnWriteArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final FaultyDatabase database = new FaultyDatabase();
    private final Committer committer = new Committer(
            database,
            new HubEvents(),
            new ExamArrivals() {
                @Override
                public void segmentStored(ExamId examId, Segment segment) {}

                @Override
                public void allStored(Collection<ExamId> examIds) {
                    whole.addAll(examIds);
                }
            },
            replies::add,
            10_000,
            Clock.systemUTC());

    @AfterEach
    void close() {
        committer.close();
    }

    @Test
    void nothingIsToldBeforeTheCommit() {
        TestExam exam = TestExam.of(11, 3);
        database.away = true;
        exam.messages().forEach(message -> offer(SITE, message));

        await().pollDelay(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> database.attempts.get() > 1);
        assertThat(replies).isEmpty();
        assertThat(acknowledged).hasValue(0);

        database.away = false;
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(acknowledged).hasValue(exam.messages().size());
            assertThat(stored(exam)).contains(exam.waveform());
            assertThat(whole).contains(exam.id());
        });
        assertThat(lastReceipt(exam.id())).contains(4);
    }

    @Test
    void aPoisonMessageIsQuarantinedAndItsNeighboursAreStored() {
        DATABASE.administer("alter table wave_segment add constraint poison check (first_sample <> 500)");
        TestExam bad = TestExam.of(12, 3);
        TestExam good = TestExam.of(13, 3);
        List<UplinkMessage> all = new ArrayList<>(bad.messages());
        all.addAll(good.messages().subList(0, 2));
        Collections.shuffle(all, new Random(12));
        all.forEach(message -> offer(SITE, message));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acknowledged).hasValue(all.size()));
        DATABASE.administer("alter table wave_segment drop constraint poison");
        assertThat(replies)
                .extracting(Reply::message)
                .filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(message -> {
                    Refused refused = (Refused) message;
                    assertThat(refused.examId()).contains(bad.id());
                    assertThat(refused.seq()).isEqualTo(2);
                });
        assertThat(lastReceipt(bad.id())).contains(1);
        assertThat(lastReceipt(good.id())).contains(1);
        assertThat(DATABASE.count("quarantine where seq = 2 and exam_id = '" + bad.id() + "'"))
                .isEqualTo(1);
        assertThat(whole).doesNotContain(bad.id());
    }

    @Test
    void chunksThatComeBeforeTheirStartAreKeptAndReceiptedOnceItComes() {
        TestExam exam = TestExam.of(14, 3);
        exam.messages().subList(1, 5).forEach(message -> offer(SITE, message));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acknowledged).hasValue(4));
        assertThat(lastReceipt(exam.id())).isEmpty();

        offer(SITE, exam.messages().get(0));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lastReceipt(exam.id())).contains(4));
        assertThat(stored(exam)).contains(exam.waveform());
        assertThat(whole).containsExactly(exam.id());
    }

    @Test
    void receiptsAreContiguousWhenAMiddleChunkIsMissing() {
        TestExam exam = TestExam.of(15, 4);
        for (int seq : List.of(0, 1, 3, 4, 5)) {
            offer(SITE, exam.messages().get(seq));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acknowledged).hasValue(5));
        assertThat(lastReceipt(exam.id())).contains(1);

        offer(SITE, exam.messages().get(2));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lastReceipt(exam.id())).contains(5));
    }

    @Test
    void aSiteCannotAddToAnothersExam() {
        TestExam exam = TestExam.of(16, 2);
        offer(SITE, exam.messages().get(0));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acknowledged).hasValue(1));

        offer(OTHER, exam.messages().get(1));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acknowledged).hasValue(2));
        assertThat(replies.get(replies.size() - 1).site()).isEqualTo(OTHER);
        assertThat(replies.get(replies.size() - 1).message())
                .isEqualTo(new Refused(Optional.of(exam.id()), 1, "the exam belongs to another site"));
        assertThat(DATABASE.count("wave_segment where exam_id = '" + exam.id() + "'"))
                .isZero();
    }

    @Test
    void aRepeatIsReceiptedAgainAndChangesNothing() {
        TestExam exam = TestExam.of(17, 2);
        for (int round = 0; round < 3; round++) {
            exam.messages().forEach(message -> offer(SITE, message));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acknowledged)
                .hasValue(3 * exam.messages().size()));

        assertThat(DATABASE.count("wave_segment where exam_id = '" + exam.id() + "'"))
                .isEqualTo(2);
        assertThat(stored(exam)).contains(exam.waveform());
    }

    @Test
    void garbageIsKeptInTheQuarantineByteForByte() {
        byte[] garbage = "not protobuf \u0000".getBytes(StandardCharsets.UTF_8);
        committer.offer(new Arrival(
                OTHER,
                Bytes.of(garbage),
                Instant.now(),
                new Content.Unfit("not a protobuf uplink message", Optional.empty(), 0),
                acknowledged::incrementAndGet));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acknowledged).hasValue(1));
        assertThat(DATABASE.count("quarantine where site = 'wuyuan-02' and payload = '\\x"
                        + java.util.HexFormat.of().formatHex(garbage) + "'"))
                .isEqualTo(1);
    }

    private void offer(SiteCode site, UplinkMessage message) {
        boolean taken = committer.offer(new Arrival(
                site,
                Bytes.EMPTY,
                Instant.now(),
                new Content.Message(message, Duration.ZERO),
                acknowledged::incrementAndGet));
        assertThat(taken).isTrue();
    }

    private Optional<Integer> lastReceipt(ExamId examId) {
        return replies.stream()
                .map(Reply::message)
                .filter(StoredUpTo.class::isInstance)
                .map(StoredUpTo.class::cast)
                .filter(stored -> stored.examId().equals(examId))
                .map(StoredUpTo::seq)
                .reduce((first, last) -> last);
    }

    private static Optional<org.ecgnet.ecg.Waveform> stored(TestExam exam) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).recording(exam.id()))
                .map(org.ecgnet.ecg.Recording::waveform);
    }

    /** The real database with a plug to pull: the work is done, and the commit fails. */
    private static final class FaultyDatabase implements Database {

        private final AtomicInteger attempts = new AtomicInteger();
        private volatile boolean away;

        @Override
        public <T> T inTransaction(java.util.function.Function<Transaction, T> work) {
            return DATABASE.database().inTransaction(transaction -> {
                T result = work.apply(transaction);
                attempts.incrementAndGet();
                if (away) {
                    throw new DatabaseException("away", true, new java.io.IOException("plug pulled"));
                }
                return result;
            });
        }
    }
}
