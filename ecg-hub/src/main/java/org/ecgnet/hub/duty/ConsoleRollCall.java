package org.ecgnet.hub.duty;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;

/** Asks all consoles again and again whether they are there. */
public final class ConsoleRollCall implements AutoCloseable {

    private final ScheduledExecutorService timer;

    private ConsoleRollCall(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** @param every how often */
    public static ConsoleRollCall start(HubEvents events, Duration every) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "roll-call");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused = timer.scheduleAtFixedRate(
                () -> events.publish(new HubEvent.ConsolesAsked()),
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
        return new ConsoleRollCall(timer);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
