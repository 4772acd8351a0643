package org.ecgnet.hub.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh, migrated database for one test class:
 * {@code @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();}
 *
 * <p>One embedded server serves the whole run. With {@code -Decg.test.db=jdbc:postgresql://host/name?user=..&password=..}
 * the databases are made on that server instead, by a user who may create databases.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Optional<JdbcDatabase> database = Optional.empty();
    private Optional<DatabaseAddress> address = Optional.empty();
    private Optional<Server> server = Optional.empty();

    /** The open database; the extension closes it. */
    public JdbcDatabase database() {
        return database.orElseThrow();
    }

    /** For a test that opens it itself. */
    public DatabaseAddress address() {
        return address.orElseThrow();
    }

    /** Runs a statement outside the repositories: a fault, or a look. */
    public void administer(String statement) {
        jdbi().useHandle(handle -> handle.execute(statement));
    }

    /** How many rows there are of {@code TABLE where ...}. */
    public int count(String rows) {
        return jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Integer.class)
                .one());
    }

    private Jdbi jdbi() {
        return connect(address());
    }

    private static Jdbi connect(DatabaseAddress address) {
        return address.user().isEmpty()
                ? Jdbi.create(address.url())
                : Jdbi.create(address.url(), address.user(), address.password());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Server shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestDatabase.class))
                .getOrComputeIfAbsent(Server.class, key -> Server.start(), Server.class);
        String name = "ecg_test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        shared.administer("create database " + name);
        server = Optional.of(shared);
        address = Optional.of(shared.database(name));
        database = Optional.of(JdbcDatabase.open(address(), 8, PATIENCE));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database().close();
        String url = address().url();
        server.orElseThrow()
                .administer("drop database "
                        + url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "") + " with (force)");
    }

    /** The server of this run. */
    private record Server(DatabaseAddress administration, Optional<EmbeddedPostgres> embedded)
            implements AutoCloseable {

        static Server start() {
            String external = System.getProperty("ecg.test.db", "");
            if (!external.isBlank()) {
                return new Server(new DatabaseAddress(external, "", ""), Optional.empty());
            }
            try {
                Path folder = Files.createTempDirectory("ecg-test-postgres");
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(Path.of("target", "postgres-binaries"), folder, PATIENCE);
                return new Server(
                        new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password()),
                        Optional.of(postgres));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void administer(String statement) {
            connect(administration).useHandle(handle -> handle.execute(statement));
        }

        DatabaseAddress database(String name) {
            String url = administration.url();
            String query = url.contains("?") ? url.substring(url.indexOf('?')) : "";
            String server = url.substring(0, url.length() - query.length());
            return new DatabaseAddress(
                    server.substring(0, server.lastIndexOf('/') + 1) + name + query,
                    administration.user(),
                    administration.password());
        }

        @Override
        public void close() {
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }
}
