package org.ecgnet.edge.update;

/** A new version could not be had this time; the message says why. */
final class UpdateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UpdateException(String message) {
        super(message);
    }

    UpdateException(String message, Throwable cause) {
        super(message, cause);
    }
}
