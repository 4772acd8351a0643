package org.ecgnet.hub.downlink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.downlink.DownlinkRepository.Waiting;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for the clinics: new rows at once, and what is not acknowledged again whenever the clinic shows that
 * it is there. The rows are the truth; what this object remembers only keeps repeats from coming too thick.
 */
public final class DownlinkSender implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(DownlinkSender.class);
    private static final Duration REPEAT_AFTER = Duration.ofSeconds(5);
    private static final long STOP_SECONDS = 5;

    private final Database database;
    private final Outlet outlet;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "downlink-sender");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<SiteCode, Map<Long, Instant>> sent = new HashMap<>();
    private final HubEvents.Subscription subscription;

    public DownlinkSender(Database database, Outlet outlet, HubEvents events, Clock clock) {
        this.database = database;
        this.outlet = outlet;
        this.clock = clock;
        this.subscription = events.subscribe(this::heard);
    }

    private void heard(HubEvent event) {
        if (event instanceof HubEvent.DownlinkWaiting waiting) {
            submit(() -> send(waiting.site()));
        } else if (event instanceof HubEvent.SiteChanged present) {
            submit(() -> send(present.site()));
        }
    }

    /** There is a new connection: nothing sent on the last one counts. */
    public void connected() {
        submit(() -> {
            sent.clear();
            database.inTransaction(transaction ->
                            transaction.repository(DownlinkRepository.class).sitesWaiting())
                    .forEach(this::send);
        });
    }

    private void submit(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (DatabaseException e) {
                    LOGGER.warn("downlinks wait, and go with the next heartbeat: {}", e.getMessage());
                }
            });
        } catch (RejectedExecutionException e) {
            LOGGER.debug("closed: downlinks wait for the next start");
        }
    }

    private void send(SiteCode site) {
        List<Waiting> waiting = database.inTransaction(
                transaction -> transaction.repository(DownlinkRepository.class).waiting(site));
        Map<Long, Instant> before = sent.getOrDefault(site, Map.of());
        Map<Long, Instant> after = new HashMap<>();
        Instant now = clock.instant();
        for (Waiting message : waiting) {
            Instant last = before.getOrDefault(message.id(), Instant.MIN);
            if (last.isAfter(now.minus(REPEAT_AFTER))) {
                after.put(message.id(), last);
            } else if (outlet.send(site, message.message(), message.id())) {
                LOGGER.debug("downlink {} sent to {}", message.id(), site);
                after.put(message.id(), now);
            }
        }
        if (after.isEmpty()) {
            sent.remove(site);
        } else {
            sent.put(site, after);
        }
    }

    @Override
    public void close() {
        subscription.close();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
