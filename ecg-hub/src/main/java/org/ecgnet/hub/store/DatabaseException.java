package org.ecgnet.hub.store;

/** The database failed. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final boolean retryable;

    public DatabaseException(String doing, boolean retryable, Throwable cause) {
        super(doing, cause);
        this.retryable = retryable;
    }

    /** True when the same work may succeed later: connection lost, serialization failure, server restarting. */
    public boolean retryable() {
        return retryable;
    }
}
