package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditChain;
import org.ecgnet.hub.audit.AuditCheck;
import org.ecgnet.hub.audit.AuditEntry;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditLine;
import org.ecgnet.hub.audit.AuditQuery;
import org.ecgnet.hub.audit.AuditRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code audit} table, and {@code audit_head}, whose one row keeps appenders in a line. */
final class JdbcAuditRepository implements AuditRepository {

    private static final int FETCH = 1_000;
    private static final int UUID_LENGTH = 36;
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
    private static final String BETWEEN =
            """
            select number, at, actor, action, exam_id, case_id, detail, previous_hash, hash
            from audit
            where number > :after and number <= :upTo
            order by number""";
    private static final String HEAD = "select number, hash from audit_head";
    private static final String FIND =
            """
            select a.number, a.at, a.actor, a.action, a.exam_id, a.case_id, a.detail, a.previous_hash, a.hash,
                   c.number as case_number
            from audit a
            left join critical_case c on c.case_id = a.case_id
            where a.number < :before and a.at >= :from and a.at < :to %s
            order by a.number desc
            limit :most""";
    private static final String BY = " and a.actor = :actor";
    private static final String ABOUT_ID = " and (a.exam_id::text = :about or a.case_id::text = :about)";
    private static final String ABOUT_NUMBER_OR_CODE =
            """
             and (a.case_id in (select case_id from critical_case where number::text = :about)
                  or a.exam_id in (
                        select e.exam_id
                        from critical_case_exam e
                        join critical_case k on k.case_id = e.case_id
                        where k.number::text = :about)
                  or right(a.exam_id::text, 6) = :about)""";

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
        var chain = new AuditChain();
        long read = head(HEAD).number();
        accept(chain, 0, read);
        // Only what came meanwhile is read while nobody may append.
        Head end = lockHead();
        accept(chain, read, Long.MAX_VALUE);
        return chain.outcome(end.number(), end.hash());
    }

    private void accept(AuditChain chain, long after, long upTo) {
        handle.createQuery(BETWEEN)
                .bind("after", after)
                .bind("upTo", upTo)
                .setFetchSize(FETCH)
                .map(JdbcAuditRepository::entry)
                .useIterator(entries -> entries.forEachRemaining(chain::accept));
    }

    @Override
    public List<AuditLine> find(AuditQuery query, int most) {
        String about = query.about()
                .map(text -> text.length() == UUID_LENGTH ? ABOUT_ID : ABOUT_NUMBER_OR_CODE)
                .orElse("");
        String by = query.actor().isPresent() ? BY : "";
        Query asked = handle.createQuery(FIND.formatted(by + about))
                .bind("before", query.before())
                .bind("from", query.from())
                .bind("to", query.to())
                .bind("most", most);
        query.actor().ifPresent(actor -> asked.bind("actor", actor));
        query.about().ifPresent(text -> asked.bind("about", text.toLowerCase(Locale.ROOT)));
        return asked.map((row, context) -> new AuditLine(entry(row, context), number(row)))
                .list();
    }

    private static OptionalLong number(ResultSet row) throws SQLException {
        long number = row.getLong("case_number");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private Head lockHead() {
        return head(LOCK_HEAD);
    }

    private Head head(String query) {
        return handle.createQuery(query)
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
