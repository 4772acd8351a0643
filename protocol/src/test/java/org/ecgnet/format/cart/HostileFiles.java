package org.ecgnet.format.cart;

import java.util.List;
import java.util.Random;

/** Files of carts that were damaged on their way, or made to do harm. */
public final class HostileFiles {

    private HostileFiles() {}

    /**
     * Reads so many of them; returns how many could still be read as recordings.
     *
     * @throws AssertionError when an exception escapes, or one was caught that its reader did not foresee
     */
    public static int check(long seed, int inputs) {
        Random random = new Random(seed);
        List<byte[]> whole = HandMade.all();
        int accepted = 0;
        for (int input = 0; input < inputs; input++) {
            byte[] file = DamagedFiles.of(whole.get(random.nextInt(whole.size())), random);
            try {
                CartReading reading = CartFiles.read(file);
                accepted += reading instanceof CartReading.Accepted ? 1 : 0;
                if (reading instanceof CartReading.Refused refused
                        && refused.detail().endsWith("Exception")) {
                    throw new IllegalStateException("not foreseen: " + refused.detail());
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", input " + input, e);
            }
        }
        return accepted;
    }
}
