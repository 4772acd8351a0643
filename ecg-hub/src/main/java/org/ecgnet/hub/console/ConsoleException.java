package org.ecgnet.hub.console;

/** The console could not be started or stopped. */
public final class ConsoleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConsoleException(String doing, Throwable cause) {
        super(doing, cause);
    }
}
