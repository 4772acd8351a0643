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
import org.ecgnet.hub.dispatch.DispatchStep;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code dispatch}, {@code dispatch_step} and {@code dispatch_callback} tables. */
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
    private static final String UNDER_WAY_OR_SINCE =
            """
            select dispatch_id, case_id, number, state, changed_by, changed_at
            from dispatch
            where state not in ('ARRIVED', 'CANCELLED') or changed_at >= :since
            order by (
                select min(done_at)
                from dispatch_step
                where dispatch_step.dispatch_id = dispatch.dispatch_id), case_id, number
            limit :most""";
    private static final String ADD_STEP =
            """
            insert into dispatch_step (dispatch_id, state, done_by, done_at, note)
            values (:id, :state, :by, :at, :note)""";
    private static final String STEPS =
            """
            select state, done_by, done_at, note
            from dispatch_step
            where dispatch_id = :id
            order by id""";
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
        addStep(dispatch, "");
    }

    @Override
    public void save(Dispatch dispatch, String note) {
        handle.createUpdate(SAVE)
                .bind("id", dispatch.id())
                .bind("state", dispatch.state().name())
                .bind("by", dispatch.by())
                .bind("at", dispatch.at())
                .execute();
        addStep(dispatch, note);
    }

    private void addStep(Dispatch dispatch, String note) {
        handle.createUpdate(ADD_STEP)
                .bind("id", dispatch.id())
                .bind("state", dispatch.state().name())
                .bind("by", dispatch.by())
                .bind("at", dispatch.at())
                .bind("note", note)
                .execute();
    }

    @Override
    public List<Dispatch> underWayOrSince(Instant since, int most) {
        return handle.createQuery(UNDER_WAY_OR_SINCE)
                .bind("since", since)
                .bind("most", most)
                .map(JdbcDispatchRepository::dispatch)
                .list();
    }

    @Override
    public List<DispatchStep> steps(UUID dispatchId) {
        return handle.createQuery(STEPS)
                .bind("id", dispatchId)
                .map((row, context) -> new DispatchStep(
                        DispatchState.valueOf(row.getString("state")),
                        row.getString("done_by"),
                        SqlTypes.instant(row, "done_at"),
                        row.getString("note")))
                .list();
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
