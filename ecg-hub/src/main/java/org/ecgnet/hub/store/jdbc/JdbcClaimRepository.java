package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.worklist.claim.Claim;
import org.ecgnet.hub.worklist.claim.ClaimRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The {@code exam_claim} table. */
final class JdbcClaimRepository implements ClaimRepository {

    private static final String FIND =
            """
            select exam_id, account, name, claimed_at, lease_until
            from exam_claim
            where exam_id = :exam""";
    private static final String TAKE_OVER =
            """
            insert into exam_claim (exam_id, account, name, claimed_at, lease_until)
            values (:exam, :account, :name, :since, :until)
            on conflict (exam_id) do update
            set account = excluded.account, name = excluded.name,
                claimed_at = excluded.claimed_at, lease_until = excluded.lease_until""";
    private static final String CLAIM = TAKE_OVER
            + """

            where exam_claim.account = excluded.account or exam_claim.lease_until <= :now""";
    private static final String RELEASE =
            """
            delete from exam_claim
            where exam_id = :exam and account = :account""";

    private final Handle handle;

    JdbcClaimRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Claim> find(ExamId examId) {
        return handle.createQuery(FIND)
                .bind("exam", examId.uuid())
                .map(JdbcClaimRepository::read)
                .findOne();
    }

    @Override
    public boolean claim(Claim claim, Instant now) {
        return bound(handle.createUpdate(CLAIM), claim).bind("now", now).execute() > 0;
    }

    @Override
    public void takeOver(Claim claim) {
        bound(handle.createUpdate(TAKE_OVER), claim).execute();
    }

    @Override
    public void release(ExamId examId, String account) {
        handle.createUpdate(RELEASE)
                .bind("exam", examId.uuid())
                .bind("account", account)
                .execute();
    }

    private static Update bound(Update update, Claim claim) {
        return update.bind("exam", claim.examId().uuid())
                .bind("account", claim.by().account())
                .bind("name", claim.by().name())
                .bind("since", claim.since())
                .bind("until", claim.leaseUntil());
    }

    private static Claim read(ResultSet row, StatementContext context) throws SQLException {
        return new Claim(
                new ExamId(row.getObject("exam_id", UUID.class)),
                new Person(row.getString("account"), row.getString("name")),
                SqlTypes.instant(row, "claimed_at"),
                SqlTypes.instant(row, "lease_until"));
    }
}
