package org.ecgnet.edge.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a thread that tries again and again is to go on, and its waits between. Safe for use by many threads. */
public final class Ending {

    private final CountDownLatch asked = new CountDownLatch(1);

    /** True until the end is asked for. */
    public boolean going() {
        return asked.getCount() > 0;
    }

    /** The thread that goes on is to end; a wait of its ends at once. */
    public void ask() {
        asked.countDown();
    }

    /** Waits; shorter when the end is asked for. An interrupted thread ends. */
    public void pause(Duration wait) {
        try {
            if (asked.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ask();
        }
    }

    /** Asks for the end of a thread and waits for it, so long at most. */
    public void of(Thread thread, Duration most) {
        ask();
        try {
            thread.join(most.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
