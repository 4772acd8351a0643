package org.ecgnet.hub.store.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.identity.Session;
import org.ecgnet.hub.identity.SessionRepository;
import org.jdbi.v3.core.Handle;

/** The {@code console_session} table. */
final class JdbcSessionRepository implements SessionRepository {

    private static final String ADD =
            """
            insert into console_session (token_hash, account, started_at, used_at)
            values (:hash, :account, :startedAt, :usedAt)""";
    private static final String FIND =
            """
            select token_hash, account, started_at, used_at
            from console_session
            where token_hash = :hash""";
    private static final String USED =
            """
            update console_session
            set used_at = :now
            where token_hash = :hash""";
    private static final String REMOVE =
            """
            delete from console_session
            where token_hash = :hash""";
    private static final String REMOVE_ALL =
            """
            delete from console_session
            where account = :account""";
    private static final String REMOVE_STALE =
            """
            delete from console_session
            where used_at < :usedBefore or started_at < :startedBefore""";

    private final Handle handle;

    JdbcSessionRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Session session) {
        handle.createUpdate(ADD)
                .bind("hash", session.tokenHash())
                .bind("account", session.account())
                .bind("startedAt", session.startedAt())
                .bind("usedAt", session.usedAt())
                .execute();
    }

    @Override
    public Optional<Session> find(String tokenHash) {
        return handle.createQuery(FIND)
                .bind("hash", tokenHash)
                .map((row, context) -> new Session(
                        row.getString("token_hash"),
                        row.getString("account"),
                        SqlTypes.instant(row, "started_at"),
                        SqlTypes.instant(row, "used_at")))
                .findOne();
    }

    @Override
    public void used(String tokenHash, Instant now) {
        handle.createUpdate(USED).bind("hash", tokenHash).bind("now", now).execute();
    }

    @Override
    public void remove(String tokenHash) {
        handle.createUpdate(REMOVE).bind("hash", tokenHash).execute();
    }

    @Override
    public void removeAll(String account) {
        handle.createUpdate(REMOVE_ALL).bind("account", account).execute();
    }

    @Override
    public void removeStale(Instant usedBefore, Instant startedBefore) {
        handle.createUpdate(REMOVE_STALE)
                .bind("usedBefore", usedBefore)
                .bind("startedBefore", startedBefore)
                .execute();
    }
}
