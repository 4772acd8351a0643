package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code dispatch} and {@code dispatch_callback} tables. */
final class JdbcDispatchRepository implements DispatchRepository {

    private static final String ADD =
            """
            insert into dispatch (dispatch_id, case_id, number, state, changed_by, changed_at)
            values (:id, :case, :number, :state, :by, :at)""";
    private static final String SAVE =
            """
            update dispatch
            set state = :state, changed_by = :by, changed_at = :at
            where dispatch_id = :id""";
    private static final String FIND =
            """
            select dispatch_id, case_id, number, state, changed_by, changed_at
            from dispatch
            where dispatch_id = :id""";
    private static final String OF_CASE =
            """
            select dispatch_id, case_id, number, state, changed_by, changed_at
            from dispatch
            where case_id = :case
            order by number""";
    private static final String FIRST_TIME =
            """
            insert into dispatch_callback (webhook_id, taken_at)
            values (:id, :now)
            on conflict (webhook_id) do nothing""";

    private final Handle handle;

    JdbcDispatchRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Dispatch dispatch) {
        handle.createUpdate(ADD)
                .bind("id", dispatch.id())
                .bind("case", dispatch.caseId())
                .bind("number", dispatch.number())
                .bind("state", dispatch.state().name())
                .bind("by", dispatch.by())
                .bind("at", dispatch.at())
                .execute();
    }

    @Override
    public void save(Dispatch dispatch) {
        handle.createUpdate(SAVE)
                .bind("id", dispatch.id())
                .bind("state", dispatch.state().name())
                .bind("by", dispatch.by())
                .bind("at", dispatch.at())
                .execute();
    }

    @Override
    public Optional<Dispatch> find(UUID id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .map(JdbcDispatchRepository::dispatch)
                .findOne();
    }

    @Override
    public List<Dispatch> ofCase(UUID caseId) {
        return handle.createQuery(OF_CASE)
                .bind("case", caseId)
                .map(JdbcDispatchRepository::dispatch)
                .list();
    }

    @Override
    public boolean firstTime(String webhookId, Instant now) {
        return handle.createUpdate(FIRST_TIME)
                        .bind("id", webhookId)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static Dispatch dispatch(ResultSet row, StatementContext context) throws SQLException {
        return new Dispatch(
                row.getObject("dispatch_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("number"),
                DispatchState.valueOf(row.getString("state")),
                row.getString("changed_by"),
                SqlTypes.instant(row, "changed_at"));
    }
}
