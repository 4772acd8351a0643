package org.ecgnet.edge.serial;

import java.util.Optional;

/**
 * One serial port, open or not. Read by one thread; {@link #write} and {@link #close} may come from another.
 */
public interface SerialLink extends AutoCloseable {

    /** What {@link #read} returns when the unit was unplugged or the port failed. */
    int LOST = -1;

    /**
     * Opens a port by its path or name, 8 data bits, no parity, 1 stop bit.
     *
     * @return why it could not be opened; empty when it is open
     */
    Optional<String> open(String port, int baud);

    /**
     * Waits up to about 200 ms for bytes.
     *
     * @return how many bytes were put at the start of {@code into}; 0 when none came; {@link #LOST}
     */
    int read(byte[] into);

    /** True when all bytes were handed to the port. */
    boolean write(byte[] bytes);

    @Override
    void close();
}
