package org.ecgnet.hub.store.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How Java's values meet PostgreSQL's. */
final class SqlTypes {

    private SqlTypes() {}

    static void register(Jdbi jdbi) {
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Integer.class, "int4");
        jdbi.registerArrayType(Long.class, "int8");
        jdbi.registerArrayType(Double.class, "float8");
        jdbi.registerArrayType(UUID.class, "uuid");
    }

    /** A column that is never null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** A column that may be null. */
    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? Optional.empty() : Optional.of(value.toInstant());
    }

    /** A column that may be null. */
    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** A column that may be null. */
    static OptionalInt optionalWhole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** An array column that is never null and holds no null. */
    @SuppressWarnings("unchecked")
    static <T> List<T> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        try {
            return List.of((T[]) array.getArray());
        } finally {
            array.free();
        }
    }
}
