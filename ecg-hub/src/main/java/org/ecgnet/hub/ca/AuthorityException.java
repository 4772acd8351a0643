package org.ecgnet.hub.ca;

/** The certificate authority cannot do what was asked; the message says why and what to do. */
public final class AuthorityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuthorityException(String message) {
        super(message);
    }

    public AuthorityException(String message, Throwable cause) {
        super(message, cause);
    }
}
