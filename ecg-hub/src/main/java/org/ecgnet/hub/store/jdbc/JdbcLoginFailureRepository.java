package org.ecgnet.hub.store.jdbc;

import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.identity.LoginFailureRepository;
import org.jdbi.v3.core.Handle;

/** The {@code login_failure} table. */
final class JdbcLoginFailureRepository implements LoginFailureRepository {

    private static final String ADD =
            """
            insert into login_failure (account, address, failed_at)
            values (:account, :address, :at)""";
    private static final String OF_ACCOUNT =
            """
            select failed_at
            from login_failure
            where account = :key and failed_at >= :since
            order by failed_at""";
    private static final String OF_ADDRESS =
            """
            select failed_at
            from login_failure
            where address = :key and failed_at >= :since
            order by failed_at""";
    private static final String FORGET =
            """
            delete from login_failure
            where account = :account""";
    private static final String REMOVE_BEFORE =
            """
            delete from login_failure
            where failed_at < :time""";

    private final Handle handle;

    JdbcLoginFailureRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(String account, String address, Instant at) {
        handle.createUpdate(ADD)
                .bind("account", account)
                .bind("address", address)
                .bind("at", at)
                .execute();
    }

    @Override
    public List<Instant> ofAccount(String account, Instant since) {
        return times(OF_ACCOUNT, account, since);
    }

    @Override
    public List<Instant> ofAddress(String address, Instant since) {
        return times(OF_ADDRESS, address, since);
    }

    @Override
    public void forget(String account) {
        handle.createUpdate(FORGET).bind("account", account).execute();
    }

    @Override
    public void removeBefore(Instant time) {
        handle.createUpdate(REMOVE_BEFORE).bind("time", time).execute();
    }

    private List<Instant> times(String query, String key, Instant since) {
        return handle.createQuery(query)
                .bind("key", key)
                .bind("since", since)
                .map((row, context) -> SqlTypes.instant(row, "failed_at"))
                .list();
    }
}
