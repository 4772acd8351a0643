package org.ecgnet.hub;

import java.util.Optional;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;
import org.ecgnet.hub.store.jdbc.JdbcDatabase;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;

/**
 * The database for one command: the running hub's when there is one, else the embedded server is started for the
 * command and stopped after it.
 */
final class CommandDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final JdbcDatabase database;
    private final Optional<EmbeddedPostgres> own;

    private CommandDatabase(JdbcDatabase database, Optional<EmbeddedPostgres> own) {
        this.database = database;
        this.own = own;
    }

    static CommandDatabase open(HubSettings settings) {
        HubSettings.Store store = settings.database();
        Optional<DatabaseAddress> there = store.external()
                .or(() -> EmbeddedPostgres.running(settings.dataFolder().resolve("postgres"))
                        .map(running -> new DatabaseAddress(running.jdbcUrl(), running.user(), running.password())));
        if (there.isPresent()) {
            return new CommandDatabase(open(store, there.get()), Optional.empty());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                settings.dataFolder().resolve("postgres-programs"),
                settings.dataFolder().resolve("postgres"),
                store.startWithin());
        var address = new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
        return new CommandDatabase(open(store, address), Optional.of(postgres));
    }

    private static JdbcDatabase open(HubSettings.Store store, DatabaseAddress address) {
        return JdbcDatabase.open(address, CONNECTIONS, store.connectWithin());
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        own.ifPresent(EmbeddedPostgres::close);
    }
}
