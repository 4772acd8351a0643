package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Goal;
import org.ecgnet.hub.paging.run.Attempt;
import org.ecgnet.hub.paging.run.Content;
import org.ecgnet.hub.paging.run.Delivery;
import org.ecgnet.hub.paging.run.DeliveryRepository;
import org.ecgnet.hub.paging.run.Standing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code delivery}, {@code delivery_attempt} and {@code channel_disabled} tables. */
final class JdbcDeliveryRepository implements DeliveryRepository {

    private static final String PLAN =
            """
            insert into delivery
                (delivery_id, case_id, round, step, goal, channel, contact, kind, content, planned_at, due_at, state)
            values (:id, :case, :round, :step, :goal, :channel, :contact, :kind, :content, :planned, :planned, 'WAITING')
            """;
    // What 120 is told about one case stays in order: an earlier message that is due or on its way goes first.
    private static final String CLAIM =
            """
            update delivery
            set lease_hub = :hub, lease_until = :until, fence = fence + 1
            where delivery_id in (
                select delivery_id
                from delivery d
                where state = 'WAITING' and channel = :channel and due_at <= :now
                    and (lease_until is null or lease_until <= :now)
                    and not (kind = 'ToDispatch' and exists (
                        select 1
                        from delivery e
                        where e.case_id = d.case_id and e.kind = 'ToDispatch' and e.planned_order < d.planned_order
                            and (e.lease_until > :now or (e.state = 'WAITING' and e.due_at <= :now))))
                order by due_at, planned_order
                limit :most
                for update skip locked)
            returning delivery_id, case_id, round, step, goal, channel, contact, kind, content,
                coalesce(replayed_at, planned_at) as planned_at, attempts, fence""";
    // An earlier message to 120 that waits is tried whenever a later one is, before it.
    private static final String ALIGN =
            """
            update delivery e
            set due_at = d.due_at
            from delivery d
            where d.delivery_id = :id and d.kind = 'ToDispatch' and d.state = 'WAITING'
                and e.case_id = d.case_id and e.kind = 'ToDispatch' and e.planned_order < d.planned_order
                and e.state = 'WAITING' and e.due_at > d.due_at""";
    private static final String RELEASE =
            """
            update delivery
            set lease_hub = null, lease_until = null
            where lease_hub = :hub""";
    private static final String ADD_ATTEMPT =
            """
            insert into delivery_attempt
                (delivery_id, number, started_at, latency_millis, outcome, status, response)
            values (:id, :number, :started, :latency, :outcome, :status, :response)""";
    // What arrived has arrived, whoever's claim it was.
    private static final String RECORD =
            """
            update delivery
            set state = :state, attempts = attempts + 1, due_at = :due, lease_hub = null, lease_until = null
            where delivery_id = :id
                and ((fence = :fence and state = 'WAITING') or (:state = 'DELIVERED' and state <> 'DELIVERED'))""";
    private static final String END_CLAIM =
            """
            update delivery
            set lease_hub = null, lease_until = null
            where delivery_id = :id and fence = :fence and state <> 'WAITING'""";
    // The lease of one that is on its way stays: what follows it to 120 waits until it is over.
    private static final String END_NEEDLESS =
            """
            update delivery
            set state = 'NEEDLESS'
            where case_id = :case and state = 'WAITING' and goal = any (:goals)""";
    private static final String NEXT_DUE =
            """
            select min(greatest(due_at, lease_until, (
                select max(e.lease_until)
                from delivery e
                where d.kind = 'ToDispatch' and e.kind = 'ToDispatch' and e.case_id = d.case_id
                    and e.planned_order < d.planned_order))) as due
            from delivery d
            where state = 'WAITING' and channel = any (:channels)""";
    private static final String END_UNKNOWN =
            """
            update delivery
            set state = 'DEAD'
            where state = 'WAITING' and not channel = any (:channels)""";
    private static final String DELIVERED =
            """
            select count(*)
            from delivery
            where case_id = :case and round = :round and kind = 'Page' and state = 'DELIVERED'""";
    private static final String STANDINGS =
            """
            select d.step, d.planned_at, d.state = 'DELIVERED' and d.receipt is distinct from 'FAILED' as arrived,
                least(
                    min(a.started_at + a.latency_millis * interval '1 millisecond'),
                    min(d.receipt_at) filter (where d.receipt = 'FAILED')) as failed_at
            from delivery d
            left join delivery_attempt a on a.delivery_id = d.delivery_id and a.outcome <> 'Delivered'
            where d.case_id = :case and d.round = :round and d.kind = 'Page' and d.state <> 'NEEDLESS'
            group by d.delivery_id""";
    private static final String OF_CASE =
            """
            select delivery_id, case_id, round, step, goal, channel, contact, kind, content, planned_at, attempts, fence
            from delivery
            where case_id = :case
            order by planned_at, step, contact""";
    private static final String STATE = "select state from delivery where delivery_id = :id";
    private static final String ATTEMPTS =
            """
            select delivery_id, number, started_at, latency_millis, outcome, status, response
            from delivery_attempt
            where delivery_id = :id
            order by number, id""";
    private static final String DISABLE =
            """
            insert into channel_disabled (channel, reason, disabled_at)
            values (:channel, :reason, :now)
            on conflict (channel) do nothing""";
    private static final String ENABLE = "delete from channel_disabled where channel = :channel";
    private static final String DISABLED = "select channel from channel_disabled";

    private final Handle handle;

    JdbcDeliveryRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void plan(Delivery delivery) {
        handle.createUpdate(PLAN)
                .bind("id", delivery.id())
                .bind("case", delivery.caseId())
                .bind("round", delivery.round())
                .bind("step", delivery.step())
                .bind("goal", delivery.goal().map(Goal::name))
                .bind("channel", delivery.channel())
                .bind("contact", delivery.contact())
                .bind("kind", delivery.content().getClass().getSimpleName())
                .bind("content", Json.write(delivery.content()))
                .bind("planned", delivery.plannedAt())
                .execute();
        align(delivery.id());
    }

    private void align(UUID id) {
        handle.createUpdate(ALIGN).bind("id", id).execute();
    }

    @Override
    public List<Delivery> claim(String hub, String channel, Instant now, Instant leaseUntil, int most) {
        return handle.createQuery(CLAIM)
                .bind("hub", hub)
                .bind("channel", channel)
                .bind("now", now)
                .bind("until", leaseUntil)
                .bind("most", most)
                .map(JdbcDeliveryRepository::delivery)
                .list();
    }

    @Override
    public void release(String hub) {
        handle.createUpdate(RELEASE).bind("hub", hub).execute();
    }

    @Override
    public boolean record(Delivery claimed, Attempt attempt, Delivery.State state, Instant nextDue) {
        handle.createUpdate(ADD_ATTEMPT)
                .bind("id", attempt.deliveryId())
                .bind("number", attempt.number())
                .bind("started", attempt.startedAt())
                .bind("latency", attempt.latency().toMillis())
                .bind("outcome", attempt.outcome())
                .bind("status", attempt.status())
                .bind("response", attempt.response())
                .execute();
        int recorded = handle.createUpdate(RECORD)
                .bind("id", claimed.id())
                .bind("fence", claimed.fence())
                .bind("state", state.name())
                .bind("due", nextDue)
                .execute();
        handle.createUpdate(END_CLAIM)
                .bind("id", claimed.id())
                .bind("fence", claimed.fence())
                .execute();
        align(claimed.id());
        return recorded == 1;
    }

    @Override
    public void endNeedless(UUID caseId, Set<Goal> reached) {
        handle.createUpdate(END_NEEDLESS)
                .bind("case", caseId)
                .bindArray(
                        "goals", String.class, reached.stream().map(Goal::name).toList())
                .execute();
    }

    @Override
    public Optional<Instant> nextDue(Set<String> channels) {
        return handle.createQuery(NEXT_DUE)
                .bindArray("channels", String.class, List.copyOf(channels))
                .map((row, context) -> SqlTypes.optionalInstant(row, "due"))
                .one();
    }

    @Override
    public int endUnknown(Set<String> channels) {
        return handle.createUpdate(END_UNKNOWN)
                .bindArray("channels", String.class, List.copyOf(channels))
                .execute();
    }

    @Override
    public int delivered(UUID caseId, int round) {
        return handle.createQuery(DELIVERED)
                .bind("case", caseId)
                .bind("round", round)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<Standing> standings(UUID caseId, int round) {
        return handle.createQuery(STANDINGS)
                .bind("case", caseId)
                .bind("round", round)
                .map((row, context) -> new Standing(
                        row.getString("step"),
                        row.getBoolean("arrived"),
                        SqlTypes.instant(row, "planned_at"),
                        SqlTypes.optionalInstant(row, "failed_at")))
                .list();
    }

    @Override
    public List<Delivery> ofCase(UUID caseId) {
        return handle.createQuery(OF_CASE)
                .bind("case", caseId)
                .map(JdbcDeliveryRepository::delivery)
                .list();
    }

    @Override
    public Delivery.State state(UUID deliveryId) {
        return handle.createQuery(STATE)
                .bind("id", deliveryId)
                .map((row, context) -> Delivery.State.valueOf(row.getString("state")))
                .one();
    }

    @Override
    public List<Attempt> attempts(UUID deliveryId) {
        return handle.createQuery(ATTEMPTS)
                .bind("id", deliveryId)
                .map(JdbcDeliveryRepository::attempt)
                .list();
    }

    @Override
    public void disable(String channel, String reason, Instant now) {
        handle.createUpdate(DISABLE)
                .bind("channel", channel)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    @Override
    public void enable(String channel) {
        handle.createUpdate(ENABLE).bind("channel", channel).execute();
    }

    @Override
    public Set<String> disabled() {
        return handle.createQuery(DISABLED).mapTo(String.class).set();
    }

    private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                row.getInt("round"),
                row.getString("step"),
                SqlTypes.optionalText(row, "goal").map(Goal::valueOf),
                row.getString("channel"),
                row.getString("contact"),
                content(row.getString("kind"), row.getString("content")),
                SqlTypes.instant(row, "planned_at"),
                row.getInt("attempts"),
                row.getLong("fence"));
    }

    private static Content content(String kind, String json) {
        return switch (kind) {
            case "Page" -> Json.read(json, Content.Page.class);
            case "ToDispatch" -> Json.read(json, Content.ToDispatch.class);
            default -> throw new IllegalStateException("delivery of kind '" + kind + "' (expected: Page, ToDispatch)");
        };
    }

    private static Attempt attempt(ResultSet row, StatementContext context) throws SQLException {
        return new Attempt(
                row.getObject("delivery_id", UUID.class),
                row.getInt("number"),
                SqlTypes.instant(row, "started_at"),
                Duration.ofMillis(row.getLong("latency_millis")),
                row.getString("outcome"),
                SqlTypes.optionalWhole(row, "status"),
                row.getString("response"));
    }
}
