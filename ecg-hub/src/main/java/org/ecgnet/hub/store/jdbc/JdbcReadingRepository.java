package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.reading.EarlierExam;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.triage.Priors;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.prior.PriorEcg;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Readings in the {@code reading} table, whole as JSON beside the columns that are searched. */
final class JdbcReadingRepository implements ReadingRepository {

    private static final String ADD =
            """
            insert into reading (exam_id, number, origin, level, hard, profile, engine, body, made_at)
            select :exam, coalesce(max(number), 0) + 1, :origin, :level, :hard, :profile, :engine,
                   cast(:body as jsonb), :madeAt
            from reading
            where exam_id = :exam
            returning exam_id, number, origin, body, made_at""";
    private static final String OF_EXAM =
            """
            select exam_id, number, origin, body, made_at
            from reading
            where exam_id = :exam
            order by number""";
    private static final String LATEST =
            """
            select exam_id, number, origin, body, made_at
            from reading
            where exam_id = :exam
            order by number desc
            limit 1""";

    private static final String BY_ENGINE =
            """
            select exists (select 1 from reading where exam_id = :exam and origin = 'ENGINE')""";

    private static final String PRIOR =
            """
            select r.body, x.clinic_started_at
            from exam x
            join reading r on r.exam_id = x.exam_id
            where x.patient_identity = :identity and x.clinic_started_at < :startedAt and x.exam_id <> :exam
              and not x.drill and r.origin = 'ENGINE' and r.level <> 'GREY'
            order by x.clinic_started_at desc, r.number desc
            limit 1""";

    private static final String EARLIER =
            """
            select x.exam_id, x.clinic_started_at, x.site, r.level
            from exam x
            join reading r on r.exam_id = x.exam_id
            where x.patient_identity = :identity and x.clinic_started_at < :startedAt and x.exam_id <> :exam
              and not x.drill and r.origin = 'ENGINE' and r.level <> 'GREY' and %s
              and r.number = (select max(l.number) from reading l where l.exam_id = x.exam_id and l.origin = 'ENGINE')
            order by x.clinic_started_at desc, x.exam_id""";

    private final Handle handle;

    JdbcReadingRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public StoredReading add(ExamId examId, StoredReading.Origin origin, Reading reading, Instant madeAt) {
        return handle.createQuery(ADD)
                .bind("exam", examId.uuid())
                .bind("origin", origin.name())
                .bind("level", reading.level().name())
                .bind("hard", reading.hard())
                .bind("profile", reading.profile())
                .bind("engine", reading.engine())
                .bind("body", Json.write(reading))
                .bind("madeAt", madeAt)
                .map(JdbcReadingRepository::reading)
                .one();
    }

    @Override
    public Optional<StoredReading> latest(ExamId examId) {
        return handle.createQuery(LATEST)
                .bind("exam", examId.uuid())
                .map(JdbcReadingRepository::reading)
                .findOne();
    }

    @Override
    public List<StoredReading> ofExam(ExamId examId) {
        return handle.createQuery(OF_EXAM)
                .bind("exam", examId.uuid())
                .map(JdbcReadingRepository::reading)
                .list();
    }

    @Override
    public boolean byEngine(ExamId examId) {
        return handle.createQuery(BY_ENGINE)
                .bind("exam", examId.uuid())
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public Optional<PriorEcg> prior(Exam exam) {
        return exam.patient().identityNumber().flatMap(identity -> handle.createQuery(PRIOR)
                .bind("identity", identity)
                .bind("startedAt", exam.startedAt())
                .bind("exam", exam.id().uuid())
                .map((row, context) -> Priors.of(
                        SqlTypes.instant(row, "clinic_started_at"), Json.read(row.getString("body"), Reading.class)))
                .findOne());
    }

    @Override
    public List<EarlierExam> earlier(Scope scope, Exam exam) {
        var sql = new ScopeSql(scope);
        return exam.patient()
                .identityNumber()
                .map(identity -> sql.bind(handle.createQuery(EARLIER.formatted(sql.on("x.site"))))
                        .bind("identity", identity)
                        .bind("startedAt", exam.startedAt())
                        .bind("exam", exam.id().uuid())
                        .map((row, context) -> new EarlierExam(
                                new ExamId(row.getObject("exam_id", UUID.class)),
                                SqlTypes.instant(row, "clinic_started_at"),
                                new SiteCode(row.getString("site")),
                                TriageLevel.valueOf(row.getString("level"))))
                        .list())
                .orElse(List.of());
    }

    private static StoredReading reading(ResultSet row, StatementContext context) throws SQLException {
        return new StoredReading(
                new ExamId(row.getObject("exam_id", UUID.class)),
                row.getInt("number"),
                StoredReading.Origin.valueOf(row.getString("origin")),
                Json.read(row.getString("body"), Reading.class),
                SqlTypes.instant(row, "made_at"));
    }
}
