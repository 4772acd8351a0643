package org.ecgnet.format.wfdb;

/** The record cannot be read; the message says what was found and what was expected. */
public final class WfdbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WfdbException(String message) {
        super(message);
    }
}
