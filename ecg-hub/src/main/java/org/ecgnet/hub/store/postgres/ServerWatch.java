package org.ecgnet.hub.store.postgres;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the server runs, and starts it again when it does not; one thread, from {@link #start} to {@link #close}.
 *
 * <p>It looks rather than waits for the process's end: the server is no child of the hub's, and a dead one that nobody
 * has reaped would count as alive.
 */
final class ServerWatch implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ServerWatch.class);
    private static final long STOP_SECONDS = 60;
    private static final int TRIES_BEFORE_ALARM = 3;

    private final Server server;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread daemon = new Thread(work, "database-watch");
        daemon.setDaemon(true);
        return daemon;
    });
    private LookPlan plan = LookPlan.CALM;
    private Seen seen = Seen.RUNNING;

    ServerWatch(Server server) {
        this.server = server;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start() {
        lookAfter(plan);
    }

    private void lookAfter(LookPlan next) {
        plan = next;
        try {
            ScheduledFuture<?> unused = thread.schedule(this::look, next.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("closed: the server is not looked at any more");
        }
    }

    private void look() {
        LookPlan next = plan.foundDead();
        try {
            if (server.process()) {
                next = plan.foundRunning();
                sayWhenBack();
            } else {
                startAgain();
            }
        } catch (PostgresException e) {
            sayWhenRefusing(next.starts(), e);
        } finally {
            lookAfter(next);
        }
    }

    private void startAgain() {
        if (seen == Seen.RUNNING) {
            seen = Seen.DEAD;
            LOGGER.error("database server died: starting it again on its data; intake holds meanwhile");
        }
        server.startAgain();
        sayWhenBack();
    }

    /** The dead server's last workers may hold its memory for a moment more: the first tries may fail. */
    private void sayWhenRefusing(int starts, PostgresException failure) {
        if (starts >= TRIES_BEFORE_ALARM && seen != Seen.REFUSING) {
            seen = Seen.REFUSING;
            LOGGER.error("database server does not start; trying on, ever more slowly (runbook: database)", failure);
        } else {
            LOGGER.debug("start {} of the database server failed", starts, failure);
        }
    }

    private void sayWhenBack() {
        if (seen != Seen.RUNNING && server.ready()) {
            seen = Seen.RUNNING;
            LOGGER.info("database server is back");
        }
    }

    /** Returns when a start that is under way has ended. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("a start of the database server is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is watched. */
    interface Server {

        /** Whether its process is there, ready or not. */
        boolean process();

        /** Whether it takes connections. */
        boolean ready();

        /** @throws PostgresException when it cannot be started now */
        void startAgain();
    }

    private enum Seen {
        RUNNING,
        DEAD,
        REFUSING
    }
}
