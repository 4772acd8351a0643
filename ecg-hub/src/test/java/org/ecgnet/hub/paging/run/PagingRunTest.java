package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.hub.store.Transaction;
import org.junit.jupiter.api.Test;

class PagingRunTest {

    @Test
    void closingWaitsForThePassThatMayStillBeClaiming() throws InterruptedException {
        var database = new HeldDatabase();
        database.held.lock();
        PagingRun run = PagingRun.start(
                database,
                new HubEvents(),
                PagingBench.parts(new OnCallRoster(List.of()), Map.of(), Optional.empty()),
                Clock.systemUTC());
        database.entered.await();

        var closing = new Thread(run::close, "closing");
        closing.start();

        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(closing::isAlive);
        database.held.unlock();
        closing.join(Duration.ofSeconds(5).toMillis());
        assertThat(closing.isAlive()).isFalse();
    }

    /** Its transactions take until the lock is free, whoever interrupts. */
    private static final class HeldDatabase implements Database {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final ReentrantLock held = new ReentrantLock();

        @Override
        public <T> T inTransaction(Function<Transaction, T> work) {
            entered.countDown();
            held.lock();
            held.unlock();
            throw new DatabaseException("released", true, new IllegalStateException("released"));
        }
    }
}
