package org.ecgnet.hub.store.jdbc;

/** How much of TimescaleDB the database server offers. */
enum TimescaleLicense {
    /** Not installed: plain tables. */
    NONE,
    /** Hypertables, without compression and retention policies. */
    APACHE,
    /** Hypertables with compression and retention policies. */
    FULL
}
