package org.ecgnet.hub.paging.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps paging going: a pass whenever something happened, and one timer to the next due instant. Resumes from the
 * database when it starts. Closing ends the pass that is under way and breaks off what is being sent, as a crash would;
 * nothing is lost by it.
 */
public final class PagingRun implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PagingRun.class);

    /** The timer never sleeps longer, so that an event that was missed costs seconds. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

    /** Closing waits so long for a pass that is under way: a few transactions. */
    private static final Duration LAST_PASS = Duration.ofSeconds(10);

    private static final Duration SHORTEST_BACK_OFF = Duration.ofMillis(250);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final int FAILURES_UNTIL_ERROR = 3;

    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final PagingPass pass;
    private final HubEvents.Subscription subscription;
    private final AtomicBoolean asked = new AtomicBoolean();

    // Touched by the timer's thread only.
    private @Nullable ScheduledFuture<?> wake;
    private boolean resumed;
    private int failures;

    private PagingRun(Database database, HubEvents events, PagingParts parts, Clock clock) {
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "paging"));
        this.pass = new PagingPass(database, events, parts, clock, this::lane, new TimersWake());
        this.subscription = events.subscribe(this::heard);
    }

    /** Starts, and takes up what an earlier run left. */
    public static PagingRun start(Database database, HubEvents events, PagingParts parts, Clock clock) {
        var run = new PagingRun(database, events, parts, clock);
        run.ask();
        return run;
    }

    @Override
    public void close() {
        subscription.close();
        timer.shutdownNow();
        lanes.forEach(ExecutorService::shutdownNow);
        awaitLastPass();
    }

    /** A pass that still claims deliveries after a new run has taken its own back would keep them for a whole lease. */
    private void awaitLastPass() {
        try {
            if (!timer.awaitTermination(LAST_PASS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.warn(
                        "paging's last pass is not over after {}; what it claimed is sent when its lease of {} is over",
                        LAST_PASS,
                        PagingPass.LEASE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ExecutorService lane(String channel) {
        ExecutorService threads =
                Executors.newFixedThreadPool(PagingPass.PLACES, work -> daemon(work, "page-" + channel));
        lanes.add(threads);
        return threads;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void heard(HubEvent event) {
        if (event instanceof HubEvent.CaseChanged) {
            ask();
        } else if (event instanceof HubEvent.ClinicConfirmed confirmed) {
            onTimer(() -> look(confirmed.examId()));
        }
    }

    /** The case of the exam is looked at now. When that fails the ladder finds the confirmation at its next look. */
    private void look(ExamId examId) {
        try {
            pass.lookAt(examId);
            ask();
        } catch (DatabaseException e) {
            LOGGER.warn("the clinic's confirmation of exam {} is seen later: {}", examId, e.getMessage());
        }
    }

    private void onTimer(Runnable work) {
        try {
            timer.execute(work);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("paging is closed", e);
        }
    }

    /** Any number of requests that come before the pass begins are one. */
    private void ask() {
        if (asked.compareAndSet(false, true)) {
            onTimer(this::passNow);
        }
    }

    private void passNow() {
        asked.set(false);
        Duration sleep;
        try {
            if (!resumed) {
                pass.resume();
                resumed = true;
            }
            sleep = until(pass.run());
            if (failures >= FAILURES_UNTIL_ERROR) {
                LOGGER.info("paging goes on");
            }
            failures = 0;
        } catch (RuntimeException e) {
            // The loop of paging: whatever happened, the next pass comes.
            failures++;
            sleep = backOff();
            failed(e);
        }
        if (wake != null) {
            wake.cancel(false);
        }
        try {
            wake = timer.schedule(this::ask, sleep.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("paging is closed", e);
        }
    }

    private Duration until(Optional<Instant> next) {
        Duration sleep = next.map(at -> Duration.between(clock.instant(), at)).orElse(LONGEST_SLEEP);
        if (sleep.compareTo(LONGEST_SLEEP) > 0) {
            return LONGEST_SLEEP;
        }
        // One millisecond more than due: a timer that fires early would ask twice.
        return sleep.isNegative() ? Duration.ofMillis(1) : sleep.plusMillis(1);
    }

    private Duration backOff() {
        Duration pause = SHORTEST_BACK_OFF.multipliedBy(1L << Math.min(failures - 1, 5));
        return pause.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : pause;
    }

    private void failed(RuntimeException failure) {
        if (timer.isShutdown()) {
            return;
        }
        if (failures == FAILURES_UNTIL_ERROR) {
            LOGGER.error(
                    "paging cannot reach its database: NOBODY IS PAGED until it can; look at the database, and watch the"
                            + " console",
                    failure);
        } else if (failures < FAILURES_UNTIL_ERROR) {
            LOGGER.warn("paging is interrupted, tries again: {}", failure.getMessage());
        }
    }

    private final class TimersWake implements PagingPass.Wake {

        @Override
        public void now() {
            ask();
        }

        @Override
        public void later(Runnable work) {
            try {
                ScheduledFuture<?> unused = timer.schedule(work, SHORTEST_BACK_OFF.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOGGER.debug("paging is closed", e);
            }
        }
    }
}
