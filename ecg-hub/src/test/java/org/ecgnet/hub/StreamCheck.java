package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.store.Database;

/** Three clinics that stream at once, and what must be in the database when they are done. */
final class StreamCheck implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final List<RelentlessSite> sites = new ArrayList<>();
    private final int seconds;

    /** @param broker its address, which may change when it comes back */
    StreamCheck(CountyAuthority authority, Path folder, Supplier<String> broker, int seed, int seconds) {
        this.seconds = seconds;
        for (int number = 1; number <= 3; number++) {
            var site = new SiteCode("site-" + number);
            Path key = folder.resolve(site + ".p12");
            authority.issue(site, key, Instant.now());
            sites.add(new RelentlessSite(site, key, broker, TestExam.of(seed + number, seconds)));
        }
    }

    /** Returns when every clinic has sent so many messages, or all. */
    void awaitSent(int messages) {
        await().atMost(PATIENCE).until(() -> sites.stream().allMatch(site -> site.done() || site.sent() > messages));
    }

    /** Returns when every clinic has its last receipt. */
    void awaitDone() {
        await().atMost(PATIENCE).until(() -> sites.stream().allMatch(RelentlessSite::done));
    }

    /** Every chunk once and bit-exact, every exam complete and read once. */
    void check(Database database) {
        for (RelentlessSite site : sites) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(readings(database, site))
                    .isEqualTo(1));
            database.inTransaction(transaction -> {
                ExamRepository exams = transaction.repository(ExamRepository.class);
                assertThat(exams.find(site.exam().id()).orElseThrow().state()).isEqualTo(ExamState.COMPLETE);
                assertThat(exams.segments(site.exam().id(), 1))
                        .hasSize(seconds)
                        .extracting(Segment::seq)
                        .doesNotHaveDuplicates();
                assertThat(exams.recording(site.exam().id()).orElseThrow().waveform())
                        .isEqualTo(site.exam().waveform());
                return true;
            });
        }
    }

    private static long readings(Database database, RelentlessSite site) {
        return database
                .inTransaction(transaction -> transaction
                        .repository(ReadingRepository.class)
                        .ofExam(site.exam().id()))
                .stream()
                .filter(reading -> reading.origin() == StoredReading.Origin.ENGINE)
                .count();
    }

    @Override
    public void close() {
        sites.forEach(RelentlessSite::close);
    }
}
