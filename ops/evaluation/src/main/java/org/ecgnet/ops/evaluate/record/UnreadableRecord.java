package org.ecgnet.ops.evaluate.record;

/** A record that cannot be read; the message says why. The rest of the folder is read all the same. */
public final class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
