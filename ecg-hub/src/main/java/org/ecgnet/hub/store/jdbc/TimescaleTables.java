package org.ecgnet.hub.store.jdbc;

import org.jdbi.v3.core.Handle;

/**
 * Makes the two big tables hypertables where the server has TimescaleDB; run at every start, so that an extension
 * installed later is taken up.
 *
 * <p>Samples stay for 15 years (medical records of outpatients, Measures for the Administration of Medical Records in
 * Medical Institutions, 2013, article 29) and are compressed after a week; a unit's status stays for 90 days.
 */
final class TimescaleTables {

    private static final String OFFERED =
            "select exists (select 1 from pg_available_extensions where name = 'timescaledb')";
    private static final String MAY_CREATE =
            """
            select exists (select 1 from pg_extension where extname = 'timescaledb')
                or (select rolsuper from pg_roles where rolname = current_user)""";
    /** Any number that no other program locks in this database. */
    private static final long LOCK = 0x45_43_47_54;

    private TimescaleTables() {}

    static TimescaleLicense prepare(Handle handle) {
        if (!yes(handle, OFFERED) || !yes(handle, MAY_CREATE)) {
            return TimescaleLicense.NONE;
        }
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
        handle.execute("create extension if not exists timescaledb");
        String license = handle.createQuery("show timescaledb.license")
                .mapTo(String.class)
                .one();
        hypertable(handle, "wave_segment", "stored_at", "1 day");
        hypertable(handle, "unit_status", "received_at", "7 days");
        if (!license.equals("timescale")) {
            return TimescaleLicense.APACHE;
        }
        compress(handle, "wave_segment", "exam_id", "seq");
        compress(handle, "unit_status", "site, unit", "received_at");
        policy(handle, "add_compression_policy", "wave_segment", "7 days");
        policy(handle, "add_compression_policy", "unit_status", "7 days");
        policy(handle, "add_retention_policy", "wave_segment", "15 years");
        policy(handle, "add_retention_policy", "unit_status", "90 days");
        return TimescaleLicense.FULL;
    }

    private static boolean yes(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Boolean.class).one();
    }

    private static void hypertable(Handle handle, String table, String time, String chunk) {
        handle.createQuery(
                        "select create_hypertable(cast(:table as regclass), cast(:time as name), "
                                + "chunk_time_interval => cast(:chunk as interval), if_not_exists => true, migrate_data => true)")
                .bind("table", table)
                .bind("time", time)
                .bind("chunk", chunk)
                .mapToMap()
                .list();
    }

    private static void compress(Handle handle, String table, String segmentBy, String orderBy) {
        handle.execute("alter table " + table + " set (timescaledb.compress, timescaledb.compress_segmentby = '"
                + segmentBy + "', timescaledb.compress_orderby = '" + orderBy + "')");
    }

    private static void policy(Handle handle, String policy, String table, String after) {
        handle.createQuery("select " + policy
                        + "(cast(:table as regclass), cast(:after as interval), if_not_exists => true)")
                .bind("table", table)
                .bind("after", after)
                .mapToMap()
                .list();
    }
}
