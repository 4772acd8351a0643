package org.ecgnet.sim.serial;

/** The kernel refused something about a pseudo-terminal. */
public final class SerialException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SerialException(String message) {
        super(message);
    }

    static SerialException during(String call, int errno) {
        return new SerialException(call + " failed with errno " + errno + " (virtual ports need Linux and /dev/pts)");
    }
}
