package org.ecgnet.protocol.device;

/**
 * Numbers the frames of a unit that does not number its own. Lost frames that left a trace, as rejected bytes, make a
 * jump; those that left none cannot be seen.
 */
public final class FrameCounter {

    /** The counter runs from 0 to below this. */
    public static final int MODULUS = 65_536;

    private int next;

    /** The number of the next frame. */
    public int next() {
        int number = next;
        next = (number + 1) % MODULUS;
        return number;
    }

    /** Bytes were dropped: the next frame does not follow the last. */
    public void lost() {
        next = (next + 1) % MODULUS;
    }
}
