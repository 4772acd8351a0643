package org.ecgnet.edge.drop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through the folder for as long as the agent lives, on a thread of its own. */
public final class DropWatch implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(DropWatch.class);
    private static final long CLOSE_WITHIN_MILLIS = Duration.ofSeconds(5).toMillis();

    private final DropFolder folder;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    public DropWatch(DropSettings settings, DropSink sink) {
        this.folder = new DropFolder(settings, sink);
        this.thread = new Thread(this::run, "drop");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closing.await(folder.every().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    folder.look(System.nanoTime());
                } catch (RuntimeException e) {
                    LOGGER.error("Looking through the folder for files of carts failed and will be tried again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
