package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.duty.Heartbeat;
import org.ecgnet.hub.duty.HeartbeatRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code console_heartbeat} table. */
final class JdbcHeartbeatRepository implements HeartbeatRepository {

    private static final String BEAT =
            """
            insert into console_heartbeat (console, account, name, reader, audible, heard_at)
            values (:console, :account, :name, :reader, :audible, :at)
            on conflict (console, account) do update
            set name = excluded.name, reader = excluded.reader, audible = excluded.audible, heard_at = excluded.heard_at""";
    private static final String END = "delete from console_heartbeat where console = :console and account = :account";
    private static final String SINCE =
            """
            select console, account, name, reader, audible, heard_at
            from console_heartbeat
            where heard_at >= :since
            order by heard_at desc""";
    private static final String FORGET = "delete from console_heartbeat where heard_at < :before";

    private final Handle handle;

    JdbcHeartbeatRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void beat(Heartbeat heartbeat) {
        handle.createUpdate(BEAT)
                .bind("console", heartbeat.console())
                .bind("account", heartbeat.account())
                .bind("name", heartbeat.name())
                .bind("reader", heartbeat.reader())
                .bind("audible", heartbeat.audible())
                .bind("at", heartbeat.heardAt())
                .execute();
    }

    @Override
    public void end(String console, String account) {
        handle.createUpdate(END)
                .bind("console", console)
                .bind("account", account)
                .execute();
    }

    @Override
    public List<Heartbeat> since(Instant since) {
        return handle.createQuery(SINCE)
                .bind("since", since)
                .map(JdbcHeartbeatRepository::heartbeat)
                .list();
    }

    @Override
    public void forget(Instant before) {
        handle.createUpdate(FORGET).bind("before", before).execute();
    }

    private static Heartbeat heartbeat(ResultSet row, StatementContext context) throws SQLException {
        return new Heartbeat(
                row.getString("console"),
                row.getString("account"),
                row.getString("name"),
                row.getBoolean("reader"),
                row.getBoolean("audible"),
                SqlTypes.instant(row, "heard_at"));
    }
}
