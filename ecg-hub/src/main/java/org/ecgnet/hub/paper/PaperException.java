package org.ecgnet.hub.paper;

/** No paper can be made; the message names the remedy. */
public final class PaperException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PaperException(String message) {
        super(message);
    }

    public PaperException(String message, Throwable cause) {
        super(message, cause);
    }
}
