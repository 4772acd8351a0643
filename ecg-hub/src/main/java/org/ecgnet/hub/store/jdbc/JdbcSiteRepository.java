package org.ecgnet.hub.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.Site;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.site.UnitReport;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The {@code site} and {@code unit_status} tables. */
final class JdbcSiteRepository implements SiteRepository {

    private static final String SEEN =
            """
            insert into site (code, name, first_seen_at)
            values (:site, :site, :now)
            on conflict (code) do nothing""";
    private static final String HEARTBEAT =
            """
            update site
            set heard_at = :now,
                clinic_clock_ahead_millis = :ahead,
                software_version = :version,
                queued_items = :queued,
                oldest_queued_at = :oldest,
                free_disk_bytes = :free
            where code = :site""";
    private static final String ADD_REPORT =
            """
            insert into unit_status
                (site, unit, received_at, unit_model, connected, battery_percent, leads_off)
            values (:site, :unit, :now, :model, :connected, :battery, :leadsOff)""";
    private static final String ALL =
            """
            select code, name, heard_at, clinic_clock_ahead_millis, software_version, queued_items, oldest_queued_at
            from site
            where %s
            order by code""";
    private static final String UNITS =
            """
            select distinct on (site, unit)
                   site, unit, received_at, unit_model, connected, battery_percent, leads_off
            from unit_status
            where %s
            order by site, unit, received_at desc""";

    private final Handle handle;

    JdbcSiteRepository(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void seen(SiteCode site, Instant now) {
        handle.createUpdate(SEEN).bind("site", site.value()).bind("now", now).execute();
    }

    @Override
    public void heartbeat(SiteCode site, Heartbeat heartbeat, Duration clockAhead, Instant now) {
        handle.createUpdate(HEARTBEAT)
                .bind("site", site.value())
                .bind("now", now)
                .bind("ahead", clockAhead.toMillis())
                .bind("version", heartbeat.softwareVersion())
                .bind("queued", heartbeat.queuedItems())
                .bind("oldest", heartbeat.oldestQueued())
                .bind("free", heartbeat.freeDiskBytes())
                .execute();
    }

    @Override
    public void add(UnitReport report) {
        UnitStatus status = report.status();
        handle.createUpdate(ADD_REPORT)
                .bind("site", report.site().value())
                .bind("unit", status.unit().value())
                .bind("now", report.receivedAt())
                .bind("model", status.unitModel())
                .bind("connected", status.connected())
                .bind("battery", status.batteryPercent())
                .bindArray(
                        "leadsOff",
                        String.class,
                        status.leadsOff().stream().map(Lead::name).toList())
                .execute();
    }

    @Override
    public List<Site> all(Scope scope) {
        var sql = new ScopeSql(scope);
        return sql.bind(handle.createQuery(ALL.formatted(sql.on("code"))))
                .map(JdbcSiteRepository::site)
                .list();
    }

    @Override
    public List<UnitReport> units(Scope scope) {
        var sql = new ScopeSql(scope);
        return sql.bind(handle.createQuery(UNITS.formatted(sql.on("site"))))
                .map(JdbcSiteRepository::report)
                .list();
    }

    private static Site site(ResultSet row, StatementContext context) throws SQLException {
        return new Site(
                new SiteCode(row.getString("code")),
                row.getString("name"),
                SqlTypes.optionalInstant(row, "heard_at"),
                Optional.ofNullable(row.getObject("clinic_clock_ahead_millis", Long.class))
                        .map(Duration::ofMillis),
                SqlTypes.optionalText(row, "software_version"),
                row.getInt("queued_items"),
                SqlTypes.optionalInstant(row, "oldest_queued_at"));
    }

    private static UnitReport report(ResultSet row, StatementContext context) throws SQLException {
        Instant receivedAt = SqlTypes.instant(row, "received_at");
        return new UnitReport(
                new SiteCode(row.getString("site")),
                new UnitStatus(
                        new UnitId(row.getString("unit")),
                        row.getString("unit_model"),
                        row.getBoolean("connected"),
                        SqlTypes.optionalWhole(row, "battery_percent"),
                        SqlTypes.<String>list(row, "leads_off").stream()
                                .map(Lead::valueOf)
                                .toList(),
                        receivedAt),
                receivedAt);
    }
}
