package org.ecgnet.edge.store;

/** The store could not do its work; the message says what, and never holds patient data. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    StoreException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    StoreException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** True when the same may succeed later: a full disk, a busy file. False for a wrong key or a damaged file. */
    public boolean retryable() {
        return retryable;
    }
}
