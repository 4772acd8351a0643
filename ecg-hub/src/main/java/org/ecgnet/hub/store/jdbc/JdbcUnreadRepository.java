package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.YellowPolicy;
import org.ecgnet.hub.paging.run.UnreadRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Yellow exams without an opening in the {@code audit}, and the {@code yellow_page} table. */
final class JdbcUnreadRepository implements UnreadRepository {

    private static final String YELLOW =
            """
            select e.exam_id, e.site, r.made_at, r.body #>> '{findings,0,chinese}' as chinese,
                r.body #>> '{findings,0,english}' as english,
                array(
                    select f ->> 'rule'
                    from jsonb_array_elements(r.body -> 'findings') as f
                    where f ->> 'level' = 'YELLOW') as rules
            from exam e
            cross join lateral (
                select level, body, made_at
                from reading
                where reading.exam_id = e.exam_id
                order by number desc
                limit 1) as r
            where e.received_at >= :since and e.read_at is not null and not e.drill and r.level = 'YELLOW'
                and not exists (select from yellow_page y where y.exam_id = e.exam_id)
                and not exists (select from critical_case_exam c where c.exam_id = e.exam_id)
                and not exists (
                    select from audit a
                    where a.exam_id = e.exam_id and a.action = 'EXAM_OPENED' and a.at >= r.made_at)
            order by r.made_at, e.exam_id""";
    private static final String LAST = "select max(paged_at) as at from yellow_page";
    private static final String TAKE =
            """
            insert into yellow_page (exam_id, paged_at)
            values (:exam, :now)
            on conflict (exam_id) do nothing""";

    private final Handle handle;

    JdbcUnreadRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<UnreadYellow> yellow(Instant since) {
        return handle.createQuery(YELLOW)
                .bind("since", since)
                .map(JdbcUnreadRepository::unread)
                .list();
    }

    @Override
    public Optional<Instant> lastPaged() {
        return handle.createQuery(LAST)
                .map((row, context) -> SqlTypes.optionalInstant(row, "at"))
                .one();
    }

    @Override
    public boolean take(ExamId exam, Instant now) {
        return handle.createUpdate(TAKE)
                        .bind("exam", exam.uuid())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static UnreadYellow unread(ResultSet row, StatementContext context) throws SQLException {
        return new UnreadYellow(
                new YellowPolicy.Unread(
                        new ExamId(row.getObject("exam_id", UUID.class)),
                        SqlTypes.instant(row, "made_at"),
                        Set.copyOf(SqlTypes.<String>list(row, "rules"))),
                new SiteCode(row.getString("site")),
                SqlTypes.optionalText(row, "chinese").orElse(""),
                SqlTypes.optionalText(row, "english").orElse(""));
    }
}
