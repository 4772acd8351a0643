package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.paging.Step;
import org.ecgnet.hub.paging.StepTaken;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code page}, {@code page_wake} and {@code page_step} tables. */
final class JdbcPageRepository implements PageRepository {

    private static final String OPEN =
            """
            insert into page (case_id, round, paged_at)
            values (:case, :round, :now)""";
    private static final String WAKE =
            """
            insert into page_wake (case_id, wake_at)
            values (:case, :at)
            on conflict (case_id) do update set wake_at = excluded.wake_at""";
    private static final String SLEEP = "delete from page_wake where case_id = :case";
    private static final String DUE_BY =
            """
            select case_id
            from page_wake
            where wake_at <= :now
            order by wake_at""";
    private static final String NEXT_WAKE = "select min(wake_at) as wake_at from page_wake";
    private static final String TAKE =
            """
            insert into page_step (case_id, rung, round, occurrence, taken_at)
            values (:case, :rung, :round, :occurrence, :now)
            on conflict (case_id, rung, round, occurrence) do nothing""";
    private static final String TAKEN =
            """
            select rung, round, occurrence, taken_at
            from page_step
            where case_id = :case
            order by taken_at, rung, occurrence""";

    private final Handle handle;

    JdbcPageRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void open(UUID caseId, int round, Instant now) {
        handle.createUpdate(OPEN)
                .bind("case", caseId)
                .bind("round", round)
                .bind("now", now)
                .execute();
        wakeAt(caseId, Optional.of(now));
    }

    @Override
    public void wakeAt(UUID caseId, Optional<Instant> at) {
        if (at.isPresent()) {
            handle.createUpdate(WAKE).bind("case", caseId).bind("at", at.get()).execute();
        } else {
            handle.createUpdate(SLEEP).bind("case", caseId).execute();
        }
    }

    @Override
    public List<UUID> dueBy(Instant now) {
        return handle.createQuery(DUE_BY).bind("now", now).mapTo(UUID.class).list();
    }

    @Override
    public Optional<Instant> nextWake() {
        return handle.createQuery(NEXT_WAKE)
                .map((row, context) -> SqlTypes.optionalInstant(row, "wake_at"))
                .one();
    }

    @Override
    public boolean take(UUID caseId, Step step, Instant now) {
        return handle.createUpdate(TAKE)
                        .bind("case", caseId)
                        .bind("rung", step.rung().name())
                        .bind("round", step.round())
                        .bind("occurrence", step.occurrence())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    @Override
    public List<StepTaken> taken(UUID caseId) {
        return handle.createQuery(TAKEN)
                .bind("case", caseId)
                .map(JdbcPageRepository::step)
                .list();
    }

    private static StepTaken step(ResultSet row, StatementContext context) throws SQLException {
        return new StepTaken(
                row.getString("rung"),
                row.getInt("round"),
                row.getInt("occurrence"),
                SqlTypes.instant(row, "taken_at"));
    }
}
