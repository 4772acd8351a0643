package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.ClinicSeen;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.site.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code critical_case}, {@code critical_case_exam} and {@code case_event} tables. */
final class JdbcCaseRepository implements CaseRepository {

    /** Any number that no other advisory lock uses: "case" in ASCII. */
    private static final String SERIALIZE_OPENING = "select pg_advisory_xact_lock(1667330917)";

    private static final String NEXT_NUMBER = "select nextval('critical_case_number')";
    private static final String ADD =
            """
            insert into critical_case
                (case_id, number, site, exam_id, patient_key, drill, severity, severity_rank, opened_at,
                 last_reading_at, acknowledged_at, disposed_at, closed_at, body)
            values (:id, :number, :site, :exam, :patient, :drill, :severity, :rank, :opened,
                 :lastReading, :acknowledged, :disposed, :closed, cast(:body as jsonb))""";
    private static final String SAVE =
            """
            update critical_case
            set exam_id = :exam,
                severity = :severity,
                severity_rank = :rank,
                last_reading_at = :lastReading,
                acknowledged_at = :acknowledged,
                disposed_at = :disposed,
                closed_at = :closed,
                body = cast(:body as jsonb)
            where case_id = :id""";
    private static final String ADD_EXAM =
            """
            insert into critical_case_exam (case_id, exam_id, round, after_seq)
            values (:case, :exam, :round, -1)
            on conflict (case_id, exam_id) do update
            set round = excluded.round,
                after_seq = (select coalesce(max(seq), -1) from clinic_confirmation where exam_id = excluded.exam_id)
            where critical_case_exam.round < excluded.round""";
    private static final String FIND = "select body from critical_case where case_id = :id";
    private static final String LOCK = "select body from critical_case where case_id = :id for update";
    private static final String OF_EXAM =
            """
            select c.body
            from critical_case c
            join critical_case_exam e on e.case_id = c.case_id
            where e.exam_id = :exam
            order by c.number desc
            limit 1""";
    private static final String OPEN_OF_PATIENT =
            """
            select body
            from critical_case
            where patient_key = :patient and last_reading_at >= :since and closed_at is null
            order by last_reading_at desc""";
    private static final String OPEN =
            """
            select body
            from critical_case
            where closed_at is null
            order by severity_rank, opened_at""";
    private static final String OPENED_BETWEEN =
            """
            select c.body
            from critical_case c
            join exam x on x.exam_id = c.exam_id
            where c.opened_at >= :from and c.opened_at < :to and %s
            order by c.number""";
    private static final String CLINIC_CONFIRMATION =
            """
            select c.confirmed_by, c.stored_at, c.words
            from clinic_confirmation c
            join critical_case_exam e on e.exam_id = c.exam_id
            where e.case_id = :case and e.round = :round and c.seq > e.after_seq
              and c.action in ('SEEN', 'CALLED_120', 'TRANSFERRED')
            order by c.stored_at
            limit 1""";
    private static final String APPEND =
            """
            insert into case_event (case_id, kind, done_by, detail, happened_at)
            values (:case, :kind, :by, :detail, :at)""";
    private static final String EVENTS =
            """
            select case_id, kind, done_by, detail, happened_at
            from case_event
            where case_id = :case
            order by id""";

    private final Handle handle;

    JdbcCaseRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void serializeOpening() {
        handle.createQuery(SERIALIZE_OPENING).map((row, context) -> "").one();
    }

    @Override
    public long nextNumber() {
        return handle.createQuery(NEXT_NUMBER).mapTo(Long.class).one();
    }

    @Override
    public void add(CriticalCase opened) {
        write(ADD, opened);
    }

    @Override
    public void save(CriticalCase changed) {
        write(SAVE, changed);
    }

    private void write(String sql, CriticalCase known) {
        handle.createUpdate(sql)
                .bind("id", known.id())
                .bind("number", known.number())
                .bind("site", known.site().value())
                .bind("exam", known.examId().uuid())
                .bind("patient", known.patientKey())
                .bind("drill", known.drill())
                .bind("severity", known.severity().name())
                .bind("rank", known.severity().rank())
                .bind("opened", known.openedAt())
                .bind("lastReading", known.lastReadingAt())
                .bind("acknowledged", known.handling().acknowledged().map(Signed::at))
                .bind("disposed", known.handling().disposed().map(Signed::at))
                .bind("closed", known.closed().map(Signed::at))
                .bind("body", Json.write(known))
                .execute();
    }

    @Override
    public void addExam(UUID caseId, ExamId examId, int round) {
        handle.createUpdate(ADD_EXAM)
                .bind("case", caseId)
                .bind("exam", examId.uuid())
                .bind("round", round)
                .execute();
    }

    @Override
    public Optional<CriticalCase> find(UUID id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .map(JdbcCaseRepository::criticalCase)
                .findOne();
    }

    @Override
    public Optional<CriticalCase> lock(UUID id) {
        return handle.createQuery(LOCK)
                .bind("id", id)
                .map(JdbcCaseRepository::criticalCase)
                .findOne();
    }

    @Override
    public Optional<CriticalCase> ofExam(ExamId examId) {
        return handle.createQuery(OF_EXAM)
                .bind("exam", examId.uuid())
                .map(JdbcCaseRepository::criticalCase)
                .findOne();
    }

    @Override
    public List<CriticalCase> openOfPatient(String patientKey, Instant since) {
        return handle.createQuery(OPEN_OF_PATIENT)
                .bind("patient", patientKey)
                .bind("since", since)
                .map(JdbcCaseRepository::criticalCase)
                .list();
    }

    @Override
    public List<CriticalCase> open() {
        return handle.createQuery(OPEN).map(JdbcCaseRepository::criticalCase).list();
    }

    @Override
    public List<CriticalCase> openedBetween(Scope scope, Instant from, Instant to) {
        var sql = new ScopeSql(scope);
        return sql.bind(handle.createQuery(OPENED_BETWEEN.formatted(sql.on("x.site"))))
                .bind("from", from)
                .bind("to", to)
                .map(JdbcCaseRepository::criticalCase)
                .list();
    }

    @Override
    public Optional<ClinicSeen> clinicConfirmation(UUID caseId, int round) {
        return handle.createQuery(CLINIC_CONFIRMATION)
                .bind("case", caseId)
                .bind("round", round)
                .map((row, context) -> new ClinicSeen(
                        new Signed(row.getString("confirmed_by"), SqlTypes.instant(row, "stored_at")),
                        row.getString("words")))
                .findOne();
    }

    @Override
    public void append(CaseEvent event) {
        handle.createUpdate(APPEND)
                .bind("case", event.caseId())
                .bind("kind", event.kind().name())
                .bind("by", event.by())
                .bind("detail", event.detail())
                .bind("at", event.at())
                .execute();
    }

    @Override
    public List<CaseEvent> events(UUID caseId) {
        return handle.createQuery(EVENTS)
                .bind("case", caseId)
                .map(JdbcCaseRepository::event)
                .list();
    }

    private static CriticalCase criticalCase(ResultSet row, StatementContext context) throws SQLException {
        return Json.read(row.getString("body"), CriticalCase.class);
    }

    private static CaseEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new CaseEvent(
                row.getObject("case_id", UUID.class),
                CaseEvent.Kind.valueOf(row.getString("kind")),
                row.getString("done_by"),
                row.getString("detail"),
                SqlTypes.instant(row, "happened_at"));
    }
}
