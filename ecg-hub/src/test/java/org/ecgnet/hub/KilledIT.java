package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;
import org.ecgnet.hub.store.jdbc.JdbcDatabase;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the hub with its broker, and of its database, while three clinics stream. */
class KilledIT {

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
                console.port = 0
                database.connect-within = 1s
                """
                        .formatted(folder.resolve("hub"), folder.resolve("ca")));
        var hub = new AtomicReference<>(HubProcess.start(config));
        try (StreamCheck sites = new StreamCheck(
                authority, folder, () -> "ssl://localhost:" + hub.get().mqttPort(), 500, SECONDS)) {
            sites.awaitSent(SECONDS / 4);
            EmbeddedPostgres.Running database = database();
            hub.get().kill();
            hub.set(HubProcess.start(config));
            sites.awaitSent(SECONDS / 2);
            postmaster().destroyForcibly();
            sites.awaitDone();

            assertThat(database().jdbcUrl()).isEqualTo(database.jdbcUrl());
            try (JdbcDatabase stored = JdbcDatabase.open(
                    new DatabaseAddress(database.jdbcUrl(), database.user(), database.password()),
                    4,
                    Duration.ofSeconds(10))) {
                sites.check(stored);
            }
        } finally {
            hub.get().close();
        }
    }

    private EmbeddedPostgres.Running database() {
        return EmbeddedPostgres.running(folder.resolve("hub/postgres")).orElseThrow();
    }

    private ProcessHandle postmaster() throws Exception {
        String pid = Files.readAllLines(folder.resolve("hub/postgres/data/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
