package org.ecgnet.format.cart;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.ecgnet.hostile.Ordeal;

/** Files of carts that were damaged on their way, or made to do harm. */
public final class HostileFiles {

    private HostileFiles() {}

    /**
     * Reads so many damaged files of every format.
     *
     * @throws AssertionError when an exception escapes, or one was caught that its reader did not foresee
     */
    public static Ordeal check(long seed, int ofEach) {
        return HandMade.byFormat().keySet().stream()
                .map(format -> check(format, seed, ofEach))
                .reduce(Ordeal.NONE, Ordeal::and);
    }

    /**
     * Reads so many damaged files of one format.
     *
     * @param format a name of {@link CartFiles#names()}
     * @throws AssertionError as above
     */
    public static Ordeal check(String format, long seed, int inputs) {
        Random random = new Random(seed);
        List<byte[]> whole = Objects.requireNonNull(HandMade.byFormat().get(format), format);
        Ordeal ordeal = Ordeal.NONE;
        for (int input = 0; input < inputs; input++) {
            byte[] file = DamagedFiles.of(whole.get(random.nextInt(whole.size())), random);
            try {
                ordeal = ordeal.and(() -> legal(file));
            } catch (RuntimeException e) {
                throw new AssertionError(format + ", seed " + seed + ", input " + input, e);
            }
        }
        return ordeal;
    }

    private static boolean legal(byte[] file) {
        CartReading reading = CartFiles.read(file);
        if (reading instanceof CartReading.Refused refused && refused.detail().endsWith("Exception")) {
            throw new IllegalStateException("not foreseen: " + refused.detail());
        }
        return reading instanceof CartReading.Accepted;
    }
}
