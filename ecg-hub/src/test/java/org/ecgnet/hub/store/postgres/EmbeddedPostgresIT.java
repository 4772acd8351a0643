package org.ecgnet.hub.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private EmbeddedPostgres server;

    @BeforeEach
    void start() {
        server = startServer();
    }

    private EmbeddedPostgres startServer() {
        return EmbeddedPostgres.start(Path.of("target", "postgres-binaries"), folder.resolve("postgres"), PATIENCE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itFlushesToDiskAndListensOnLoopbackOnly() throws SQLException {
        try (Connection connection = connect(server.password())) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws Exception {
        assertThatThrownBy(() -> connect("guess").close()).isInstanceOf(SQLException.class);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("postgres").resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aServerLeftRunningByAKilledHubIsTakenOver() throws SQLException {
        try (Connection connection = connect(server.password())) {
            connection.createStatement().execute("create table kept (n integer)");
        }
        long before = server.process().orElseThrow().pid();

        String address = server.jdbcUrl();
        server.abandon();

        server = startServer();

        assertThat(server.process().orElseThrow().pid()).isEqualTo(before);
        assertThat(server.jdbcUrl()).isEqualTo(address);
        try (Connection connection = connect(server.password())) {
            connection.createStatement().execute("insert into kept values (1)");
        }
    }

    @Test
    void aKilledServerIsStartedAgainOnTheSamePortWithItsRows() throws SQLException {
        try (Connection connection = connect(server.password())) {
            connection.createStatement().execute("create table kept as select 42 as n");
        }
        ProcessHandle first = server.process().orElseThrow();

        first.destroyForcibly();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            try (Connection connection = connect(server.password());
                    var rows = connection.createStatement().executeQuery("select n from kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        });
        assertThat(server.process().orElseThrow().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void aStoppedServerLeavesNoProcess() {
        ProcessHandle process = server.process().orElseThrow();
        server.close();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), password);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
