package org.ecgnet.ops.program;

/** A program did not do what was asked; the message says which, what, and where its log is. */
public final class ProgramException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProgramException(String message) {
        super(message);
    }

    public ProgramException(String message, Throwable cause) {
        super(message, cause);
    }
}
