package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.worklist.callback.CallBack;
import org.ecgnet.hub.worklist.callback.CallBackRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code call_back} table beside {@code clinic_confirmation}. */
final class JdbcCallBackRepository implements CallBackRepository {

    private static final String OPEN =
            """
            select c.exam_id, c.seq, x.site, x.drill, c.confirmed_by, c.stored_at, c.words, b.account, b.name, b.taken_at
            from clinic_confirmation c
            join exam x on x.exam_id = c.exam_id
            left join call_back b on b.exam_id = c.exam_id and b.seq = c.seq
            where c.action = 'CALL_BACK' and b.done_at is null
              and not exists (
                  select 1
                  from clinic_confirmation l
                  where l.exam_id = c.exam_id and l.seq > c.seq and l.action in ('CALL_BACK', 'CALLED_BACK'))
            """;
    private static final String ALL = OPEN + "order by c.stored_at, c.exam_id";
    private static final String OF_EXAM = OPEN + "and c.exam_id = :exam";
    private static final String TAKE =
            """
            insert into call_back (exam_id, seq, account, name, taken_at)
            values (:exam, :seq, :account, :name, :now)
            on conflict (exam_id, seq) do update
            set account = excluded.account, name = excluded.name, taken_at = excluded.taken_at""";
    private static final String DONE =
            """
            insert into call_back (exam_id, seq, account, name, taken_at, done_at)
            values (:exam, :seq, :account, :name, :now, :now)
            on conflict (exam_id, seq) do update
            set account = excluded.account, name = excluded.name, done_at = excluded.done_at""";

    private final Handle handle;

    JdbcCallBackRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<CallBack> open() {
        return handle.createQuery(ALL).map(JdbcCallBackRepository::read).list();
    }

    @Override
    public Optional<CallBack> open(ExamId examId) {
        return handle.createQuery(OF_EXAM)
                .bind("exam", examId.uuid())
                .map(JdbcCallBackRepository::read)
                .findOne();
    }

    @Override
    public void take(CallBack wish, Person by, Instant now) {
        write(TAKE, wish, by, now);
    }

    @Override
    public void done(CallBack wish, Person by, Instant now) {
        write(DONE, wish, by, now);
    }

    private void write(String statement, CallBack wish, Person by, Instant now) {
        handle.createUpdate(statement)
                .bind("exam", wish.examId().uuid())
                .bind("seq", wish.seq())
                .bind("account", by.account())
                .bind("name", by.name())
                .bind("now", now)
                .execute();
    }

    private static CallBack read(ResultSet row, StatementContext context) throws SQLException {
        Optional<CallBack.Taken> taken =
                SqlTypes.optionalInstant(row, "taken_at").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CallBack.Taken(
                                new Person(row.getString("account"), row.getString("name")),
                                SqlTypes.instant(row, "taken_at")));
        return new CallBack(
                ExamId.parse(row.getString("exam_id")),
                row.getInt("seq"),
                new SiteCode(row.getString("site")),
                row.getBoolean("drill"),
                row.getString("confirmed_by"),
                SqlTypes.instant(row, "stored_at"),
                row.getString("words"),
                taken);
    }
}
