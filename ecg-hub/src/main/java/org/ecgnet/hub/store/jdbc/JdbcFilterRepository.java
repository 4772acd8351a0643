package org.ecgnet.hub.store.jdbc;

import org.ecgnet.hub.worklist.FilterRepository;
import org.ecgnet.hub.worklist.WorklistFilter;
import org.jdbi.v3.core.Handle;

/** The {@code worklist_filter} table. */
final class JdbcFilterRepository implements FilterRepository {

    private static final String OF =
            """
            select body
            from worklist_filter
            where account = :account""";
    private static final String KEEP =
            """
            insert into worklist_filter (account, body)
            values (:account, :body::jsonb)
            on conflict (account) do update
            set body = excluded.body""";

    private final Handle handle;

    JdbcFilterRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public WorklistFilter of(String account) {
        return handle.createQuery(OF)
                .bind("account", account)
                .mapTo(String.class)
                .findOne()
                .map(body -> Json.read(body, WorklistFilter.class))
                .orElse(WorklistFilter.ALL);
    }

    @Override
    public void keep(String account, WorklistFilter filter) {
        handle.createUpdate(KEEP)
                .bind("account", account)
                .bind("body", Json.write(filter))
                .execute();
    }
}
