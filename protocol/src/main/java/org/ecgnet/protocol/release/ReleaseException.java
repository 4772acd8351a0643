package org.ecgnet.protocol.release;

/** An offer or a key that is not to be trusted or cannot be read; the message says why. */
public final class ReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReleaseException(String message) {
        super(message);
    }

    public ReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
