package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;
import org.ecgnet.hub.store.jdbc.JdbcDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the hub with its broker, and of its database, while three clinics stream. */
class KilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SECONDS = 150;

    @TempDir
    private Path folder;

    @Test
    void noChunkIsLostOrDoubledWhenHubAndDatabaseAreKilledInTurn() throws Exception {
        CountyAuthority authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        Path config = folder.resolve("hub.conf");
        Files.writeString(
                config,
                """
                hub.data-dir = "%s"
                broker { port = 0, ca-dir = "%s" }
                database.connect-within = 1s
                """
                        .formatted(folder.resolve("hub"), folder.resolve("ca")));
        var hub = new AtomicReference<>(HubProcess.start(config));
        List<RelentlessSite> sites = new ArrayList<>();
        try {
            for (int number = 1; number <= 3; number++) {
                var site = new SiteCode("site-" + number);
                Path key = folder.resolve(site + ".p12");
                authority.issue(site, key, Instant.now());
                sites.add(new RelentlessSite(
                        site,
                        key,
                        () -> "ssl://localhost:" + hub.get().mqttPort(),
                        TestExam.of(500 + number, SECONDS)));
            }
            await().atMost(PATIENCE).until(() -> sites.stream().allMatch(site -> site.sent() > SECONDS / 4));
            hub.get().kill();
            hub.set(HubProcess.start(config));
            await().atMost(PATIENCE).until(() -> sites.stream().allMatch(site -> site.sent() > SECONDS / 2));
            ProcessHandle.of(Long.parseLong(postmaster().get(0))).orElseThrow().destroyForcibly();

            await().atMost(PATIENCE).until(() -> sites.stream().allMatch(RelentlessSite::done));
            check(sites);
        } finally {
            for (RelentlessSite site : sites) {
                site.close();
            }
            hub.get().close();
        }
    }

    private List<String> postmaster() throws Exception {
        return Files.readAllLines(folder.resolve("hub/postgres/data/postmaster.pid"));
    }

    private void check(List<RelentlessSite> sites) throws Exception {
        var address = new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/postgres",
                "ecg",
                Files.readString(folder.resolve("hub/postgres/password")).strip());
        try (JdbcDatabase database = JdbcDatabase.open(address, 4, Duration.ofSeconds(10))) {
            for (RelentlessSite site : sites) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> database.transact(transaction -> assertThat(transaction
                                        .repository(ReadingRepository.class)
                                        .ofExam(site.exam().id()))
                                .filteredOn(reading -> reading.origin() == StoredReading.Origin.ENGINE)
                                .hasSize(1)));
                database.transact(transaction -> {
                    ExamRepository exams = transaction.repository(ExamRepository.class);
                    assertThat(exams.find(site.exam().id()).orElseThrow().state())
                            .isEqualTo(ExamState.COMPLETE);
                    assertThat(exams.segments(site.exam().id(), 1)).hasSize(SECONDS);
                    assertThat(exams.recording(site.exam().id()).orElseThrow().waveform())
                            .isEqualTo(site.exam().waveform());
                });
            }
        }
    }
}
