package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.worklist.handover.Handover;
import org.ecgnet.hub.worklist.handover.HandoverRepository;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code handover} and {@code handover_item} tables. */
final class JdbcHandoverRepository implements HandoverRepository {

    private static final String ADD =
            """
            insert into handover (handover_id, account, name, offered_at)
            values (:id, :account, :name, :at)""";
    private static final String ADD_ITEM =
            """
            insert into handover_item (handover_id, exam_id, next_action)
            values (:id, :exam, :action)""";
    /** Whoever claims what is on offer has taken it. */
    private static final String NOBODY_ELSE_HAS_IT =
            """
            not exists (
                select 1 from exam_claim l
                where l.exam_id = i.exam_id and l.account <> h.account and l.claimed_at >= h.offered_at)""";

    private static final String WAITING =
            """
            select h.handover_id, h.account, h.name, h.offered_at, i.exam_id, i.next_action
            from handover_item i
            join handover h on h.handover_id = i.handover_id
            join exam x on x.exam_id = i.exam_id
            where i.taken_at is null and %s
            order by h.offered_at, h.handover_id, x.received_at, i.exam_id"""
                    .formatted(NOBODY_ELSE_HAS_IT);
    private static final String OFFERED_BY =
            """
            select h.account, h.name
            from handover_item i
            join handover h on h.handover_id = i.handover_id
            where i.exam_id = :exam and i.taken_at is null and %s
            for update of i"""
                    .formatted(NOBODY_ELSE_HAS_IT);
    private static final String TAKEN =
            """
            update handover_item
            set taken_by = :account, taken_name = :name, taken_at = :now
            where exam_id = :exam and taken_at is null""";

    private final Handle handle;

    JdbcHandoverRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Handover handover) {
        handle.createUpdate(ADD)
                .bind("id", handover.id())
                .bind("account", handover.from().account())
                .bind("name", handover.from().name())
                .bind("at", handover.offeredAt())
                .execute();
        handover.items().forEach(item -> handle.createUpdate(ADD_ITEM)
                .bind("id", handover.id())
                .bind("exam", item.examId().uuid())
                .bind("action", item.nextAction())
                .execute());
    }

    @Override
    public List<Handover> waiting() {
        Map<UUID, Row> heads = new LinkedHashMap<>();
        Map<UUID, List<Handover.Item>> items = new LinkedHashMap<>();
        handle.createQuery(WAITING).map(JdbcHandoverRepository::row).forEach(row -> {
            heads.putIfAbsent(row.id(), row);
            items.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row.item());
        });
        return heads.values().stream()
                .map(head -> new Handover(
                        head.id(), head.from(), head.offeredAt(), items.getOrDefault(head.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<Person> offeredBy(ExamId examId) {
        return handle.createQuery(OFFERED_BY)
                .bind("exam", examId.uuid())
                .map((row, context) -> new Person(row.getString("account"), row.getString("name")))
                .findFirst();
    }

    @Override
    public void taken(ExamId examId, Person person, Instant now) {
        handle.createUpdate(TAKEN)
                .bind("exam", examId.uuid())
                .bind("account", person.account())
                .bind("name", person.name())
                .bind("now", now)
                .execute();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getObject("handover_id", UUID.class),
                new Person(row.getString("account"), row.getString("name")),
                SqlTypes.instant(row, "offered_at"),
                new Handover.Item(new ExamId(row.getObject("exam_id", UUID.class)), row.getString("next_action")));
    }

    /** One item with the head of its hand-over. */
    private record Row(UUID id, Person from, Instant offeredAt, Handover.Item item) {}
}
