package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.drill.Drill;
import org.ecgnet.hub.drill.DrillRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code drill} table. */
final class JdbcDrillRepository implements DrillRepository {

    private static final String ADD =
            """
            insert into drill (case_id, exam_id, started_by, started_at, ends_at, note)
            values (:case, :exam, :by, :started, :ends, :note)""";
    private static final String FIND =
            """
            select case_id, exam_id, started_by, started_at, ends_at, note
            from drill
            where case_id = :case""";
    private static final String LATEST =
            """
            select case_id, exam_id, started_by, started_at, ends_at, note
            from drill
            order by started_at desc, case_id
            limit :most""";

    private final Handle handle;

    JdbcDrillRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Drill drill) {
        handle.createUpdate(ADD)
                .bind("case", drill.caseId())
                .bind("exam", drill.examId().uuid())
                .bind("by", drill.startedBy())
                .bind("started", drill.startedAt())
                .bind("ends", drill.endsAt())
                .bind("note", drill.note())
                .execute();
    }

    @Override
    public Optional<Drill> find(UUID caseId) {
        return handle.createQuery(FIND)
                .bind("case", caseId)
                .map(JdbcDrillRepository::drill)
                .findOne();
    }

    @Override
    public List<Drill> latest(int most) {
        return handle.createQuery(LATEST)
                .bind("most", most)
                .map(JdbcDrillRepository::drill)
                .list();
    }

    private static Drill drill(ResultSet row, StatementContext context) throws SQLException {
        return new Drill(
                row.getObject("case_id", UUID.class),
                new ExamId(row.getObject("exam_id", UUID.class)),
                row.getString("started_by"),
                SqlTypes.instant(row, "started_at"),
                SqlTypes.instant(row, "ends_at"),
                row.getString("note"));
    }
}
