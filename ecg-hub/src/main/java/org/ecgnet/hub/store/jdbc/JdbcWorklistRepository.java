package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Handling;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.worklist.CaseProgress;
import org.ecgnet.hub.worklist.PatientMask;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.WorklistRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The worklist, read over {@code exam} and what hangs on it. */
final class JdbcWorklistRepository implements WorklistRepository {

    private static final String CURRENT =
            """
            select x.exam_id, x.site, x.patient_name, x.patient_sex, x.patient_age_years,
                   x.chest_pain, x.syncope, x.dyspnoea, x.shock, x.drill, x.state, x.received_at, x.completed_at,
                   r.level, r.hard, r.made_at, r.rule, r.chinese, r.english,
                   (select min(c.stored_at) from clinic_confirmation c where c.exam_id = x.exam_id) as clinic_seen_at,
                   k.body as case_body
            from exam x
            left join lateral (
                select level, hard, made_at,
                       body #>> '{findings,0,rule}' as rule,
                       body #>> '{findings,0,chinese}' as chinese,
                       body #>> '{findings,0,english}' as english
                from reading
                where exam_id = x.exam_id
                order by number desc
                limit 1) r on true
            left join lateral (
                select c.body
                from critical_case c
                join critical_case_exam e on e.case_id = c.case_id
                where e.exam_id = x.exam_id
                order by c.number desc
                limit 1) k on true
            where x.exam_id in (
                    select exam_id from exam
                    where received_at >= :since
                    order by received_at desc
                    limit :most)
               or x.exam_id in (
                    select e.exam_id
                    from critical_case c
                    join critical_case_exam e on e.case_id = c.case_id
                    where c.closed_at is null and c.acknowledged_at is null)""";

    private final Handle handle;

    JdbcWorklistRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<WorklistItem> current(Instant since, int most) {
        return handle.createQuery(CURRENT)
                .bind("since", since)
                .bind("most", most)
                .map(JdbcWorklistRepository::item)
                .list();
    }

    private static WorklistItem item(ResultSet row, StatementContext context) throws SQLException {
        return new WorklistItem(
                new ExamId(row.getObject("exam_id", UUID.class)),
                new SiteCode(row.getString("site")),
                SqlTypes.optionalText(row, "patient_name").map(PatientMask::of),
                Sex.valueOf(row.getString("patient_sex")),
                SqlTypes.optionalWhole(row, "patient_age_years"),
                new Symptoms(
                        row.getBoolean("chest_pain"),
                        row.getBoolean("syncope"),
                        row.getBoolean("dyspnoea"),
                        row.getBoolean("shock")),
                row.getBoolean("drill"),
                ExamState.valueOf(row.getString("state")),
                SqlTypes.instant(row, "received_at"),
                SqlTypes.optionalInstant(row, "completed_at"),
                judgement(row),
                progress(row),
                SqlTypes.optionalInstant(row, "clinic_seen_at"));
    }

    private static Optional<WorklistItem.Judgement> judgement(ResultSet row) throws SQLException {
        Optional<String> level = SqlTypes.optionalText(row, "level");
        if (level.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> rule = SqlTypes.optionalText(row, "rule");
        Optional<WorklistItem.Headline> headline = rule.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WorklistItem.Headline(rule.get(), row.getString("chinese"), row.getString("english")));
        return Optional.of(new WorklistItem.Judgement(
                TriageLevel.valueOf(level.get()), row.getBoolean("hard"), headline, SqlTypes.instant(row, "made_at")));
    }

    private static Optional<CaseProgress> progress(ResultSet row) throws SQLException {
        return SqlTypes.optionalText(row, "case_body").map(body -> progress(Json.read(body, CriticalCase.class)));
    }

    private static CaseProgress progress(CriticalCase known) {
        Handling handling = known.handling();
        Optional<Signed> last =
                known.closed().or(handling::disposed).or(handling::acknowledged).or(handling::accepted);
        return new CaseProgress(
                known.id(),
                step(known),
                last.map(Signed::by),
                known.clock().pagedAt(),
                handling.heldUntil(),
                known.dispatch().accepted().isPresent());
    }

    private static CaseProgress.Step step(CriticalCase known) {
        if (!known.open()) {
            return CaseProgress.Step.CLOSED;
        }
        Handling handling = known.handling();
        if (handling.acknowledged().isPresent()) {
            return handling.disposed().isPresent() ? CaseProgress.Step.DISPOSED : CaseProgress.Step.ACKNOWLEDGED;
        }
        return handling.accepted().isPresent() ? CaseProgress.Step.ACCEPTED : CaseProgress.Step.PAGED;
    }
}
