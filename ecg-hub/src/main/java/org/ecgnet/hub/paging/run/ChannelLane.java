package org.ecgnet.hub.paging.run;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one channel: a channel that hangs holds up itself alone. Never queues: what finds no free place stays
 * in the database.
 */
final class ChannelLane {

    private final Sender sender;
    private final Executor threads;
    private final int places;
    private final AtomicInteger busy = new AtomicInteger();

    ChannelLane(Sender sender, Executor threads, int places) {
        this.sender = sender;
        this.threads = threads;
        this.places = places;
    }

    Sender sender() {
        return sender;
    }

    int free() {
        return places - busy.get();
    }

    void run(Runnable attempt) {
        busy.incrementAndGet();
        threads.execute(() -> {
            try {
                attempt.run();
            } finally {
                busy.decrementAndGet();
            }
        });
    }
}
