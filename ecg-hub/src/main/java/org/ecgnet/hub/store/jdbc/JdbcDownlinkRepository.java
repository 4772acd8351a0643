package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.DownlinkCodec;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code downlink} table: an outbox. */
final class JdbcDownlinkRepository implements DownlinkRepository {

    private static final String ADD =
            """
            insert into downlink (site, kind, body, created_at)
            values (:site, :kind, :body, :now)""";
    private static final String WAITING =
            """
            select id, body
            from downlink
            where site = :site and acknowledged_at is null
            order by id
            limit 200""";
    private static final String SITES_WAITING =
            """
            select distinct site
            from downlink
            where acknowledged_at is null
            order by site""";
    private static final String ACKNOWLEDGED =
            """
            update downlink
            set acknowledged_at = :now
            where site = :site and id = any (:ids) and acknowledged_at is null""";

    private final Handle handle;

    JdbcDownlinkRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(SiteCode site, DownlinkMessage message, Instant now) {
        handle.createUpdate(ADD)
                .bind("site", site.value())
                .bind("kind", message.getClass().getSimpleName())
                .bind("body", DownlinkCodec.encode(message, now, 0))
                .bind("now", now)
                .execute();
    }

    @Override
    public List<Waiting> waiting(SiteCode site) {
        return handle.createQuery(WAITING)
                .bind("site", site.value())
                .map(JdbcDownlinkRepository::waiting)
                .list();
    }

    @Override
    public List<SiteCode> sitesWaiting() {
        return handle.createQuery(SITES_WAITING)
                .map((row, context) -> new SiteCode(row.getString("site")))
                .list();
    }

    @Override
    public void acknowledged(SiteCode site, List<Long> ids, Instant now) {
        handle.createUpdate(ACKNOWLEDGED)
                .bind("site", site.value())
                .bindArray("ids", Long.class, ids)
                .bind("now", now)
                .execute();
    }

    private static Waiting waiting(ResultSet row, StatementContext context) throws SQLException {
        if (DownlinkCodec.decode(row.getBytes("body")) instanceof Decoded.Accepted<DownlinkMessage> accepted) {
            return new Waiting(row.getLong("id"), accepted.message());
        }
        throw new IllegalStateException("row " + row.getLong("id") + " of downlink is no message of wire version 1");
    }
}
