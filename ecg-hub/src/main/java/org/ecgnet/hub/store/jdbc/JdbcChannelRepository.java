package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.paging.run.ChannelRecord;
import org.ecgnet.hub.paging.run.ChannelRepository;
import org.ecgnet.hub.paging.run.Trial;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code channel_trial} and {@code page_receipt} tables, and what {@code delivery} tells of channels. */
final class JdbcChannelRepository implements ChannelRepository {

    private static final String ADD =
            """
            insert into channel_trial (trial_id, channel, contact, tried_by, tried_at, outcome, status, response)
            values (:id, :channel, :contact, :by, :at, :outcome, :status, :response)""";
    private static final String LAST =
            """
            select at, contact, status, response
            from (
                (select a.started_at as at, d.contact, a.status, a.response
                 from delivery_attempt a
                 join delivery d on d.delivery_id = a.delivery_id
                 where d.channel = :channel and (a.outcome = 'Delivered') = :success
                 order by a.id desc
                 limit 1)
                union all
                (select tried_at, contact, status, response
                 from channel_trial
                 where channel = :channel and (outcome = 'Delivered') = :success
                 order by tried_at desc
                 limit 1)) as both_ways
            order by at desc
            limit 1""";
    private static final String WAITING =
            "select count(*) from delivery where channel = :channel and state = 'WAITING'";
    private static final String DISABLED = "select reason from channel_disabled where channel = :channel";
    private static final String SENT =
            """
            select case_id, round, step, channel, contact
            from delivery
            where delivery_id = :id and case_id is not null and kind = 'Page'""";
    private static final String RECEIPT =
            """
            update delivery
            set receipt = :receipt, receipt_at = :now
            where delivery_id = :id and receipt is distinct from 'ANSWERED'
                and (receipt is distinct from 'ARRIVED' or :receipt <> 'FAILED')""";
    private static final String TAKEN = "select count(*) from page_receipt where webhook_id = :id";
    private static final String TAKE =
            """
            insert into page_receipt (webhook_id, taken_at)
            values (:id, :now)
            on conflict (webhook_id) do nothing""";

    private final Handle handle;

    JdbcChannelRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Trial trial) {
        handle.createUpdate(ADD)
                .bind("id", trial.id())
                .bind("channel", trial.channel())
                .bind("contact", trial.contact())
                .bind("by", trial.by())
                .bind("at", trial.at())
                .bind("outcome", trial.outcome())
                .bind("status", trial.status())
                .bind("response", trial.response())
                .execute();
    }

    @Override
    public ChannelRecord record(String channel) {
        int waiting = handle.createQuery(WAITING)
                .bind("channel", channel)
                .mapTo(Integer.class)
                .one();
        Optional<String> disabled = handle.createQuery(DISABLED)
                .bind("channel", channel)
                .mapTo(String.class)
                .findOne();
        return new ChannelRecord(channel, last(channel, true), last(channel, false), waiting, disabled);
    }

    private Optional<ChannelRecord.Tried> last(String channel, boolean success) {
        return handle.createQuery(LAST)
                .bind("channel", channel)
                .bind("success", success)
                .map(JdbcChannelRepository::tried)
                .findOne();
    }

    @Override
    public Optional<Sent> sent(UUID deliveryId) {
        return handle.createQuery(SENT)
                .bind("id", deliveryId)
                .map((row, context) -> new Sent(
                        row.getObject("case_id", UUID.class),
                        row.getInt("round"),
                        row.getString("step"),
                        row.getString("channel"),
                        row.getString("contact")))
                .findOne();
    }

    @Override
    public void receipt(UUID deliveryId, Receipt receipt, Instant now) {
        handle.createUpdate(RECEIPT)
                .bind("id", deliveryId)
                .bind("receipt", receipt.name())
                .bind("now", now)
                .execute();
    }

    @Override
    public boolean taken(String webhookId) {
        return handle.createQuery(TAKEN)
                        .bind("id", webhookId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    @Override
    public boolean take(String webhookId, Instant now) {
        return handle.createUpdate(TAKE).bind("id", webhookId).bind("now", now).execute() == 1;
    }

    private static ChannelRecord.Tried tried(ResultSet row, StatementContext context) throws SQLException {
        return new ChannelRecord.Tried(
                SqlTypes.instant(row, "at"),
                row.getString("contact"),
                SqlTypes.optionalWhole(row, "status"),
                row.getString("response"));
    }
}
