package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.worklist.turnaround.TurnaroundRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Waits, read over {@code critical_case}, {@code exam} and {@code report}. */
final class JdbcTurnaroundRepository implements TurnaroundRepository {

    private static final String ANSWERED =
            """
            select 'RED' as level, opened_at as asked_at, acknowledged_at as answered_at
            from critical_case
            where acknowledged_at >= :since and not drill and %1$s
            union all
            select p.machine_level, x.completed_at, p.signed_at
            from report p
            join exam x on x.exam_id = p.exam_id
            where p.signed_at >= :since and p.version = 1 and not x.drill and x.completed_at is not null
              and %2$s
              and not exists (select 1 from critical_case_exam e where e.exam_id = x.exam_id)""";

    private final Handle handle;

    JdbcTurnaroundRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Map<TriageLevel, List<Duration>> answeredSince(Scope scope, Instant since) {
        var sql = new ScopeSql(scope);
        return sql
                .bind(handle.createQuery(ANSWERED.formatted(sql.on("site"), sql.on("x.site"))))
                .bind("since", since)
                .map(JdbcTurnaroundRepository::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Wait::level, Collectors.mapping(Wait::time, Collectors.toList())));
    }

    private static Wait read(ResultSet row, StatementContext context) throws SQLException {
        return new Wait(
                TriageLevel.valueOf(row.getString("level")),
                Duration.between(SqlTypes.instant(row, "asked_at"), SqlTypes.instant(row, "answered_at")));
    }

    /** One exam. */
    private record Wait(TriageLevel level, Duration time) {}
}
