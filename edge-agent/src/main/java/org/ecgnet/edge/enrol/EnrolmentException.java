package org.ecgnet.edge.enrol;

/** The certificate could not be got; the message says what to do. */
public final class EnrolmentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnrolmentException(String message) {
        super(message);
    }

    EnrolmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
