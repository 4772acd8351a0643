package org.ecgnet.hub.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.ExamArrivals;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.triage.RuleProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads exams away from the intake: live while they arrive, and whole when all has come.
 *
 * <p>The symptomatic and those in which the live watch has seen something go first. An exam whose reading fails is
 * tried again until it is stored. Safe for use by many threads.
 */
public final class ReadingDesk implements ExamArrivals, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReadingDesk.class);
    private static final int READERS = 2;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final long STOP_SECONDS = 5;

    private final Database database;
    private final ExamReader reader;
    private final LiveDesk live;
    /** Exams that wait or are read, with how often they were asked for meanwhile. */
    private final Map<ExamId, Integer> inHand = new ConcurrentHashMap<>();

    private final AtomicLong order = new AtomicLong();
    private final ThreadPoolExecutor readers;
    private final ScheduledExecutorService queueing;

    /** @param profile for live readings */
    public ReadingDesk(
            Database database,
            HubEvents events,
            Engine engine,
            RuleProfile profile,
            List<ReadingFollowUp> followUps,
            Clock clock) {
        var store = new ReadingStore(database, events, followUps, clock);
        this.database = database;
        this.reader = new ExamReader(database, events, new CarefulEngine(engine), store, clock);
        this.live = new LiveDesk(database, store, profile);
        this.readers = new ThreadPoolExecutor(
                READERS, READERS, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), work -> daemon(work, "reader"));
        this.queueing = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "reader-queue"));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes up what an earlier run left whole and unread. */
    public void resume() {
        List<ExamId> left = database.inTransaction(
                transaction -> transaction.repository(ExamRepository.class).unread());
        if (!left.isEmpty()) {
            LOGGER.info("{} exams were left unread by an earlier run", left.size());
        }
        allStored(left);
    }

    @Override
    public void segmentStored(ExamId examId, Segment segment) {
        live.stored(examId, segment);
    }

    @Override
    public void allStored(Collection<ExamId> examIds) {
        for (ExamId examId : examIds) {
            live.whole(examId);
            if (inHand.merge(examId, 1, Integer::sum) == 1) {
                enqueueAfter(examId, Duration.ZERO);
            }
        }
    }

    /** Off the caller's thread, since it asks the database. */
    private void enqueueAfter(ExamId examId, Duration pause) {
        try {
            ScheduledFuture<?> unused =
                    queueing.schedule(() -> enqueue(examId), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("closed: exam {} is read at the next start", examId);
        }
    }

    private void enqueue(ExamId examId) {
        try {
            readers.execute(new Task(examId, urgent(examId), order.incrementAndGet()));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("closed: exam {} is read at the next start", examId);
        }
    }

    /** A live finding, or a symptom that the clinic marked. When the database cannot tell, urgent. */
    private boolean urgent(ExamId examId) {
        try {
            return database.inTransaction(transaction -> transaction
                            .repository(ReadingRepository.class)
                            .latest(examId)
                            .isPresent()
                    || transaction
                            .repository(ExamRepository.class)
                            .find(examId)
                            .map(exam -> exam.symptoms().any())
                            .orElse(false));
        } catch (RuntimeException e) {
            LOGGER.warn("urgency of exam {} unknown: taken as urgent", examId, e);
            return true;
        }
    }

    /** How many exams wait for a reader. */
    public int waiting() {
        return readers.getQueue().size();
    }

    private void read(ExamId examId) {
        int asked = inHand.getOrDefault(examId, 1);
        try {
            reader.read(examId);
            if (!inHand.remove(examId, asked)) { // asked for while it was read: it may have been identified meanwhile
                inHand.put(examId, 1);
                enqueueAfter(examId, Duration.ZERO);
            }
        } catch (DatabaseException e) {
            LOGGER.warn("exam {} is read again soon: {}", examId, e.getMessage());
            enqueueAfter(examId, TRY_AGAIN);
        } catch (RuntimeException e) {
            LOGGER.error("the reading of exam {} cannot be stored; tried again (runbook: reading)", examId, e);
            enqueueAfter(examId, TRY_AGAIN);
        }
    }

    @Override
    public void close() {
        live.close();
        queueing.shutdownNow();
        readers.getQueue().clear();
        readers.shutdown();
        try {
            if (!readers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                readers.shutdownNow();
            }
        } catch (InterruptedException e) {
            readers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** One exam to read: the urgent first, then in the order they came. */
    private final class Task implements Runnable, Comparable<Task> {

        private static final Comparator<Task> FIRST =
                Comparator.<Task, Boolean>comparing(task -> !task.urgent).thenComparingLong(task -> task.place);

        private final ExamId examId;
        private final boolean urgent;
        private final long place;

        Task(ExamId examId, boolean urgent, long place) {
            this.examId = examId;
            this.urgent = urgent;
            this.place = place;
        }

        @Override
        public void run() {
            read(examId);
        }

        @Override
        public int compareTo(Task other) {
            return FIRST.compare(this, other);
        }
    }
}
