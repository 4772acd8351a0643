package org.ecgnet.hub.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.ecgnet.hub.store.DatabaseException;

/** Tells failures that pass from failures that stay, by SQLSTATE (PostgreSQL manual, appendix A). */
final class SqlFailure {

    /** Connection lost; insufficient resources; operator intervention such as a shutdown; system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

    /** Serialization failure, deadlock, lock not available, read-only standby after a switch, in recovery. */
    private static final Set<String> PASSING_STATES = Set.of("40001", "40P01", "55P03", "25006");

    private SqlFailure() {}

    static DatabaseException of(Exception failure) {
        boolean retryable = false;
        String state = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                retryable = retryable || passes(sql);
                if (sql.getSQLState() != null) {
                    state = sql.getSQLState();
                }
            }
        }
        // The cause's message may quote the row, and with it a patient: only the state is said here.
        return new DatabaseException(
                "database failure, SQLSTATE " + (state.isEmpty() ? "none" : state), retryable, failure);
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || state != null
                        && state.length() == 5
                        && (PASSING_CLASSES.contains(state.substring(0, 2)) || PASSING_STATES.contains(state));
    }
}
