package org.ecgnet.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.ecgnet.edge.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the store in order, keeping in memory what it cannot take at the moment: a full disk must not cost the
 * recording that is running. For one thread; {@link #problem} for all.
 */
final class DurableWrites {

    private static final Logger LOGGER = LoggerFactory.getLogger(DurableWrites.class);

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private volatile Optional<String> problem = Optional.empty();

    /** Does it now, or as soon as everything before it is done. */
    void add(Runnable write) {
        waiting.addLast(write);
        retry();
    }

    /** Tries what waits. @return true when nothing waits any more */
    boolean retry() {
        while (!waiting.isEmpty()) {
            try {
                waiting.getFirst().run();
                waiting.removeFirst();
            } catch (StoreException e) {
                if (problem.isEmpty()) {
                    LOGGER.error("The store takes nothing, recordings are kept in memory: {}", e.getMessage());
                }
                problem = Optional.of(String.valueOf(e.getMessage()));
                return false;
            }
        }
        if (problem.isPresent()) {
            LOGGER.info("The store takes recordings again");
            problem = Optional.empty();
        }
        return true;
    }

    /** Why writes wait; empty when none does. */
    Optional<String> problem() {
        return problem;
    }
}
