package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;
import org.ecgnet.hub.store.jdbc.JdbcDatabase;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.sim.heart.Scenario;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the hub's own database under a hub that runs on: nobody but the hub starts anything again. */
class DatabaseKilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SECONDS = 150;
    private static final SiteCode SITE = new SiteCode("linhe-01");

    @TempDir
    private Path folder;

    private CountyAuthority authority;
    private HubServer hub;
    private String url;

    @BeforeEach
    void startHub() {
        authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        authority.issue(SITE, folder.resolve("site.p12"), Instant.now());
        hub = HubServer.start(
                HubSettings.parse(
                        """
                        hub.data-dir = "%s"
                        broker.port = 0
                        console.port = 0
                        database.connect-within = 1s
                        """
                                .formatted(folder)),
                Clock.systemUTC());
        url = running().jdbcUrl();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void everyChunkIsStoredOnceAndReadWhenTheDatabaseIsKilledTwice() throws Exception {
        try (StreamCheck sites =
                new StreamCheck(authority, folder, () -> "ssl://localhost:" + hub.mqttPort(), 700, SECONDS)) {
            for (int part = 1; part <= 2; part++) {
                sites.awaitSent(part * SECONDS / 3);
                killDatabase();
            }
            sites.awaitDone();

            EmbeddedPostgres.Running database = running();
            assertThat(database.jdbcUrl()).isEqualTo(url);
            try (JdbcDatabase stored = JdbcDatabase.open(
                    new DatabaseAddress(url, database.user(), database.password()), 4, Duration.ofSeconds(10))) {
                sites.check(stored);
            }
        }
    }

    @Test
    void consoleAndPagingGoOnAfterTheDatabaseWasKilled() throws Exception {
        assertThat(health()).isEqualTo(200);
        killDatabase();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> health() == 200);

        TestExam exam = TestExam.of(Scenario.VF, 1, 12);
        try (TestSite site = TestSite.connect(hub.mqttPort(), SITE, folder.resolve("site.p12"))) {
            for (UplinkMessage message : exam.messages()) {
                site.say(message);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.heard(ReadingReady.class))
                    .isNotEmpty());
        }
        EmbeddedPostgres.Running database = running();
        int pages = Jdbi.create(url, database.user(), database.password())
                .withHandle(handle -> handle.createQuery("select count(*) from page")
                        .mapTo(Integer.class)
                        .one());
        assertThat(pages).isEqualTo(1);
    }

    private EmbeddedPostgres.Running running() {
        return EmbeddedPostgres.running(folder.resolve("postgres")).orElseThrow();
    }

    /** Returns when another process serves. */
    private void killDatabase() throws Exception {
        Path file = folder.resolve("postgres/data/postmaster.pid");
        String before = Files.readAllLines(file).get(0);
        ProcessHandle.of(Long.parseLong(before.strip())).orElseThrow().destroyForcibly();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !Files.readAllLines(file).get(0).equals(before)
                        && EmbeddedPostgres.running(folder.resolve("postgres")).isPresent());
    }

    /** The status of the console's health, which asks the database. */
    private int health() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TestSite.tls(folder.resolve("site.p12")))
                .build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(hub.consoleUrl().orElseThrow()).resolve("/api/health"))
                .timeout(PATIENCE)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
