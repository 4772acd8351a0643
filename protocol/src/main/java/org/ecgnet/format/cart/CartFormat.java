package org.ecgnet.format.cart;

/**
 * One format of file; the providers are listed in {@code META-INF/services/org.ecgnet.format.cart.CartFormat}, one line
 * a format. Stateless: one instance serves all threads.
 */
public interface CartFormat {

    /** The format's name, as it is printed. */
    String name();

    /** True when the bytes look like a file of this format, whole or not, good or not. */
    boolean claims(byte[] file);

    /**
     * Reads a file that was claimed.
     *
     * @throws RefusedFile when it cannot be read as its format
     */
    CartRecording read(byte[] file);
}
