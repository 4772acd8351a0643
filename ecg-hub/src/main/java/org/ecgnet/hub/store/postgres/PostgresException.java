package org.ecgnet.hub.store.postgres;

/** The hub's own PostgreSQL cannot be run; the message says why and what to do. */
public final class PostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostgresException(String message) {
        super(message);
    }

    public PostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
