package org.ecgnet.format.cart;

/** A file that cannot be used; caught by {@link CartFiles} alone. */
public final class RefusedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String detail;

    /** @param detail where and what; must hold nothing of a patient */
    public RefusedFile(Refusal refusal, String detail) {
        super(refusal + ": " + detail, null, false, false);
        this.refusal = refusal;
        this.detail = detail;
    }

    public Refusal refusal() {
        return refusal;
    }

    public String detail() {
        return detail;
    }
}
