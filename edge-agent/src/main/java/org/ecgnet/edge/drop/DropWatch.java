package org.ecgnet.edge.drop;

import java.time.Duration;
import org.ecgnet.edge.retry.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through the folder for as long as the agent lives, on a thread of its own. */
public final class DropWatch implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(DropWatch.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final DropFolder folder;
    private final Ending ending = new Ending();
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
        ending.pause(folder.every());
        while (ending.going()) {
            try {
                folder.look(System.nanoTime());
            } catch (RuntimeException e) {
                LOGGER.error("Looking through the folder for files of carts failed and will be tried again", e);
            }
            ending.pause(folder.every());
        }
    }

    @Override
    public void close() {
        ending.of(thread, CLOSE_WITHIN);
    }
}
