/**
 * A PostgreSQL server of the hub's own, for a county without a database server: unpacked, initialised, started, watched
 * and stopped here.
 *
 * <p>Processes and files only; nothing here speaks SQL, and nothing outside needs to know whether the server it was
 * given an address of is this one.
 */
@NullMarked
package org.ecgnet.hub.store.postgres;

import org.jspecify.annotations.NullMarked;
