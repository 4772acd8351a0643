/**
 * The repositories over PostgreSQL 15 or newer, and the only place that knows SQL.
 *
 * <p>{@link org.ecgnet.hub.store.jdbc.JdbcDatabase} runs transactions; {@link
 * org.ecgnet.hub.store.jdbc.Repositories} lists which class implements which repository. Each repository is bound to
 * the connection of one transaction and used by its thread only. Nothing of JDBC leaves this package: failures become
 * {@link org.ecgnet.hub.store.DatabaseException}. The tables are in {@code db/migration}.
 */
@NullMarked
package org.ecgnet.hub.store.jdbc;

import org.jspecify.annotations.NullMarked;
