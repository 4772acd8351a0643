package org.ecgnet.hub.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamArrivals;
import org.ecgnet.hub.intake.Arrival.Content;
import org.ecgnet.hub.intake.GroupOutcome.Reply;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of intake: takes what waits as a group, commits it, and only then replies and acknowledges.
 *
 * <p>A group that the database refuses is halved until the bad message stands alone; that one is quarantined and
 * refused. While the database is away the group is held and tried again. {@link #offer} may be called by any thread.
 */
final class Committer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Committer.class);
    private static final int LARGEST_GROUP = 500;
    private static final int REMEMBERED_EXAMS = 20_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK_UP = Duration.ofMillis(200);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(2);

    private final Database database;
    private final HubEvents events;
    private final ExamArrivals arrivals;
    private final Consumer<Reply> replies;
    private final Clock clock;
    private final BlockingQueue<Arrival> queue;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<ExamId, Integer> reached = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ExamId, Integer> eldest) {
            return size() > REMEMBERED_EXAMS;
        }
    };
    private final Thread watchdog;
    private volatile Thread writer;

    Committer(
            Database database,
            HubEvents events,
            ExamArrivals arrivals,
            Consumer<Reply> replies,
            int capacity,
            Clock clock) {
        this.database = database;
        this.events = events;
        this.arrivals = arrivals;
        this.replies = replies;
        this.clock = clock;
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.writer = startWriter();
        this.watchdog = new Thread(this::watch, "intake-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /** False when the queue is full: the message stays unacknowledged and comes again. */
    boolean offer(Arrival arrival) {
        return queue.offer(arrival);
    }

    private Thread startWriter() {
        Thread thread = new Thread(this::run, "intake-committer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A writer that died of something unforeseen is replaced: nothing it held was acknowledged. */
    private void watch() {
        try {
            while (!closing.await(WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!writer.isAlive()) {
                    LOGGER.error("intake's committer died; starting another (runbook: intake)");
                    writer = startWriter();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Arrival> group = new ArrayList<>();
        try {
            while (closing.getCount() > 0) {
                Arrival first = queue.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, LARGEST_GROUP - 1);
                    commit(List.copyOf(group));
                    group.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Arrival> group) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (closing.getCount() > 0) {
            try {
                GroupOutcome outcome = store(group);
                if (pause.compareTo(FIRST_PAUSE) > 0) {
                    LOGGER.info("database is back: intake goes on");
                }
                tell(group, outcome);
                return;
            } catch (DatabaseException e) {
                if (!e.retryable()) {
                    divide(group, e);
                    return;
                }
                if (pause.equals(FIRST_PAUSE)) {
                    LOGGER.error(
                            "database is away: intake holds {} messages and waits: {} (runbook: database)",
                            group.size(),
                            e.getMessage());
                }
                closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
                divide(group, e);
                return;
            }
        }
    }

    private GroupOutcome store(List<Arrival> group) {
        Instant now = clock.instant();
        return database.inTransaction(transaction -> new GroupStore(transaction, reached, now).store(group));
    }

    private void divide(List<Arrival> group, RuntimeException failure) throws InterruptedException {
        if (group.size() > 1) {
            int half = group.size() / 2;
            commit(group.subList(0, half));
            commit(group.subList(half, group.size()));
            return;
        }
        Arrival poison = group.get(0);
        if (poison.content() instanceof Content.Unfit) {
            LOGGER.error(
                    "a refused message of {} cannot be quarantined; it stays unacknowledged", poison.site(), failure);
            return;
        }
        LOGGER.error("a message of {} cannot be stored; quarantined (runbook: quarantine)", poison.site(), failure);
        commit(List.of(poison.unfit("the hub's database does not take it: " + failure.getMessage())));
    }

    private void tell(List<Arrival> group, GroupOutcome outcome) {
        for (Reply reply : outcome.replies()) {
            if (reply.message() instanceof StoredUpTo stored) {
                reached.put(stored.examId(), stored.seq());
            }
            replies.accept(reply);
        }
        group.forEach(arrival -> arrival.acknowledgement().run());
        outcome.events().forEach(events::publish);
        outcome.segments().forEach(of -> arrivals.segmentStored(of.examId(), of.segment()));
        if (!outcome.whole().isEmpty()) {
            arrivals.allStored(outcome.whole());
        }
    }

    /** What is not committed stays unacknowledged. */
    @Override
    public void close() {
        closing.countDown();
        writer.interrupt();
        watchdog.interrupt();
        try {
            writer.join(LONGEST_PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
