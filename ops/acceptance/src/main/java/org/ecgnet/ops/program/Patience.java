package org.ecgnet.ops.program;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for another process to have done something that it does not announce to us. */
public final class Patience {

    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;

    private Patience() {}

    /**
     * Looks until there is an answer.
     *
     * @param what for the message, such as {@code the reading of site-a's exam}
     * @throws ProgramException when the time runs out
     */
    public static <T> T await(String what, Duration atMost, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        Optional<T> answer = look.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new ProgramException("waited " + atMost.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            answer = look.get();
        }
        return answer.get();
    }

    /** The same for something that is true or not yet. */
    public static void until(String what, Duration atMost, Supplier<Boolean> look) {
        await(what, atMost, () -> look.get() ? Optional.of(true) : Optional.empty());
    }
}
