package org.ecgnet.hostile;

import java.util.function.BooleanSupplier;

/**
 * What hostile inputs have cost so far.
 *
 * @param legal of which something could still be read
 * @param slowestNanos the longest that a single one took
 */
public record Ordeal(long inputs, long legal, long slowestNanos) {

    public static final Ordeal NONE = new Ordeal(0, 0, 0);

    /** One input more, with the time that it takes. */
    public Ordeal and(BooleanSupplier input) {
        long began = System.nanoTime();
        boolean read = input.getAsBoolean();
        long took = System.nanoTime() - began;
        return new Ordeal(inputs + 1, legal + (read ? 1 : 0), Math.max(slowestNanos, took));
    }

    public Ordeal and(Ordeal other) {
        return new Ordeal(inputs + other.inputs, legal + other.legal, Math.max(slowestNanos, other.slowestNanos));
    }
}
