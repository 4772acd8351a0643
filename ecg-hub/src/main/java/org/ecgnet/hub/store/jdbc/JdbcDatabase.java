package org.ecgnet.hub.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;
import java.util.function.Function;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.hub.store.Transaction;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The county's database over JDBC: a pool of connections, its schema migrated. Safe for use by many threads. */
public final class JdbcDatabase implements Database, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcDatabase.class);

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private JdbcDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        SqlTypes.register(jdbi);
        // The default message quotes the statement's arguments: a patient among them would reach a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Connects, and brings the schema up to date.
     *
     * @param connections most connections at a time
     * @param patience how long one transaction waits for a connection
     * @throws DatabaseException when the database cannot be reached or its schema cannot be migrated
     */
    public static JdbcDatabase open(DatabaseAddress address, int connections, Duration patience) {
        var config = new HikariConfig();
        config.setPoolName("ecg-hub");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(connections, 2));
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(Math.min(patience.toMillis(), 5_000));
        config.setAutoCommit(true);
        config.addDataSourceProperty("ApplicationName", "ecg-hub");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A failure's message must not quote the row: it would carry a patient into a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseException("cannot reach the database " + address, true, e);
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            var database = new JdbcDatabase(pool);
            TimescaleLicense license = database.jdbi.inTransaction(TimescaleTables::prepare);
            LOGGER.info("database ready: {}, TimescaleDB {}", address, license);
            return database;
        } catch (FlywayException | JdbiException e) {
            pool.close();
            throw new DatabaseException("cannot migrate the database " + address, false, e);
        }
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        try {
            return jdbi.inTransaction(handle -> work.apply(new JdbcTransaction(handle)));
        } catch (JdbiException e) {
            throw SqlFailure.of(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Repositories on the connection of one transaction. */
    private record JdbcTransaction(Handle handle) implements Transaction {
        @Override
        public <R> R repository(Class<R> type) {
            return Repositories.bind(type, handle);
        }
    }
}
