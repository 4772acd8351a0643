package org.ecgnet.edge.uplink;

/** The line to the hub cannot be made or has failed; it is tried again. */
public final class UplinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UplinkException(String message) {
        super(message);
    }

    UplinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
