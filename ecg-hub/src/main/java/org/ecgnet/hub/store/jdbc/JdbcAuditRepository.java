package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditChain;
import org.ecgnet.hub.audit.AuditCheck;
import org.ecgnet.hub.audit.AuditEntry;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code audit} table, and {@code audit_head}, whose one row keeps appenders in a line. */
final class JdbcAuditRepository implements AuditRepository {

    private static final int FETCH = 1_000;
    private static final String LOCK_HEAD =
            """
            select number, hash
            from audit_head
            for update""";
    private static final String APPEND =
            """
            insert into audit (number, at, actor, action, exam_id, case_id, detail, previous_hash, hash)
            values (:number, :at, :actor, :action, :exam, :case, :detail, :previous, :hash)""";
    private static final String MOVE_HEAD =
            """
            update audit_head
            set number = :number, hash = :hash""";
    private static final String HAPPENED =
            """
            select exists (
                select 1 from audit
                where exam_id = :exam and actor = :actor and action = :action and at >= :since)""";
    private static final String OF_EXAM =
            """
            select number, at, actor, action, exam_id, case_id, detail, previous_hash, hash
            from audit
            where exam_id = :exam
            order by number""";
    private static final String ALL =
            """
            select number, at, actor, action, exam_id, case_id, detail, previous_hash, hash
            from audit
            order by number""";

    private final Handle handle;

    JdbcAuditRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public AuditEntry append(AuditEvent event) {
        Head head = lockHead();
        AuditEntry entry = AuditChain.next(head.number(), head.hash(), event);
        handle.createUpdate(APPEND)
                .bind("number", entry.number())
                .bind("at", event.at())
                .bind("actor", event.actor())
                .bind("action", event.action().name())
                .bind("exam", event.examId().map(ExamId::uuid))
                .bind("case", event.caseId())
                .bind("detail", event.detail())
                .bind("previous", entry.previousHash())
                .bind("hash", entry.hash())
                .execute();
        handle.createUpdate(MOVE_HEAD)
                .bind("number", entry.number())
                .bind("hash", entry.hash())
                .execute();
        return entry;
    }

    @Override
    public boolean happened(String actor, AuditAction action, ExamId examId, Instant since) {
        return handle.createQuery(HAPPENED)
                .bind("exam", examId.uuid())
                .bind("actor", actor)
                .bind("action", action.name())
                .bind("since", since)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<AuditEntry> ofExam(ExamId examId) {
        return handle.createQuery(OF_EXAM)
                .bind("exam", examId.uuid())
                .map(JdbcAuditRepository::entry)
                .list();
    }

    @Override
    public AuditCheck check() {
        Head head = lockHead();
        var chain = new AuditChain();
        handle.createQuery(ALL)
                .setFetchSize(FETCH)
                .map(JdbcAuditRepository::entry)
                .useIterator(entries -> entries.forEachRemaining(chain::accept));
        return chain.outcome(head.number(), head.hash());
    }

    private Head lockHead() {
        return handle.createQuery(LOCK_HEAD)
                .map((row, context) -> new Head(row.getLong("number"), row.getString("hash")))
                .one();
    }

    private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
        var event = new AuditEvent(
                SqlTypes.instant(row, "at"),
                row.getString("actor"),
                AuditAction.valueOf(row.getString("action")),
                Optional.ofNullable(row.getObject("exam_id", UUID.class)).map(ExamId::new),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                row.getString("detail"));
        return new AuditEntry(row.getLong("number"), event, row.getString("previous_hash"), row.getString("hash"));
    }

    /** The end of the chain. */
    private record Head(long number, String hash) {}
}
