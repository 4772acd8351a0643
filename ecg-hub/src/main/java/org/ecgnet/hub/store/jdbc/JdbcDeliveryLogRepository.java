package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ecgnet.hub.delivery.DeliveryFilter;
import org.ecgnet.hub.delivery.DeliveryLogRepository;
import org.ecgnet.hub.delivery.LoggedDelivery;
import org.ecgnet.hub.paging.run.Delivery;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code delivery} table as a log, and {@code delivery_replay}. */
final class JdbcDeliveryLogRepository implements DeliveryLogRepository {

    private static final String COLUMNS =
            """
            select d.delivery_id, c.number, coalesce(c.drill, false) as drill, d.step, d.channel, d.contact, d.state,
                d.planned_at, d.attempts, d.replayed_at, a.started_at, a.status, a.outcome
            from delivery d
            left join critical_case c on c.case_id = d.case_id
            left join lateral (
                select started_at, status, outcome
                from delivery_attempt
                where delivery_attempt.delivery_id = d.delivery_id
                order by id desc
                limit 1) a on true
            """;
    private static final String BY_FILTER = COLUMNS
            + """
            where d.planned_at >= :from and d.planned_at < :to
                and (:channel::text is null or d.channel = :channel)
                and d.state = any (:states)
                and (:case::bigint is null or c.number = :case)
            order by d.planned_at desc, d.planned_order desc
            limit :most""";
    private static final String BY_ID = COLUMNS + "where d.delivery_id = :id";
    private static final String CONTENT = "select content from delivery where delivery_id = :id";
    private static final String REPLAY =
            """
            update delivery
            set state = 'WAITING', goal = null, due_at = :now, replayed_at = :now, lease_hub = null, lease_until = null
            where delivery_id = :id and state <> 'WAITING'
            returning delivery_id, case_id""";
    private static final String ADD_REPLAY =
            """
            insert into delivery_replay (delivery_id, done_by, done_at)
            values (:id, :by, :now)""";

    private final Handle handle;

    JdbcDeliveryLogRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<LoggedDelivery> find(DeliveryFilter filter, int most) {
        return handle.createQuery(BY_FILTER)
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("channel", filter.channel())
                .bindArray(
                        "states",
                        String.class,
                        filter.states().stream().map(Enum::name).toList())
                .bind("case", filter.caseNumber())
                .bind("most", most)
                .map(JdbcDeliveryLogRepository::logged)
                .list();
    }

    @Override
    public Optional<LoggedDelivery> find(UUID id) {
        return handle.createQuery(BY_ID)
                .bind("id", id)
                .map(JdbcDeliveryLogRepository::logged)
                .findOne();
    }

    @Override
    public Optional<String> content(UUID id) {
        return handle.createQuery(CONTENT).bind("id", id).mapTo(String.class).findOne();
    }

    @Override
    public Optional<Replayed> replay(UUID id, String by, Instant now) {
        Optional<Replayed> replayed = handle.createQuery(REPLAY)
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> new Replayed(id, Optional.ofNullable(row.getObject("case_id", UUID.class))))
                .findOne();
        if (replayed.isPresent()) {
            handle.createUpdate(ADD_REPLAY)
                    .bind("id", id)
                    .bind("by", by)
                    .bind("now", now)
                    .execute();
        }
        return replayed;
    }

    private static LoggedDelivery logged(ResultSet row, StatementContext context) throws SQLException {
        long number = row.getLong("number");
        OptionalLong caseNumber = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        return new LoggedDelivery(
                row.getObject("delivery_id", UUID.class),
                caseNumber,
                row.getBoolean("drill"),
                row.getString("step"),
                row.getString("channel"),
                row.getString("contact"),
                Delivery.State.valueOf(row.getString("state")),
                SqlTypes.instant(row, "planned_at"),
                row.getInt("attempts"),
                SqlTypes.optionalInstant(row, "started_at"),
                SqlTypes.optionalWhole(row, "status"),
                SqlTypes.optionalText(row, "outcome"),
                SqlTypes.optionalInstant(row, "replayed_at"));
    }
}
