package org.ecgnet.hub.event;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every listener of every event, on the publisher's thread: listeners hand over at once and never block. Safe for
 * use by many threads.
 */
public final class HubEvents {

    private static final Logger LOGGER = LoggerFactory.getLogger(HubEvents.class);

    private final CopyOnWriteArrayList<Consumer<HubEvent>> listeners = new CopyOnWriteArrayList<>();

    /** Listens until the returned handle is closed. */
    public Subscription subscribe(Consumer<HubEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Call after the commit. One listener that fails does not keep the event from the others. */
    public void publish(HubEvent event) {
        for (Consumer<HubEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOGGER.error("a listener failed on {}", event, e);
            }
        }
    }

    /** Ends a subscription. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
