package org.ecgnet.hub.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.hub.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Presses exams that are old enough, a few at a time. One exam is one transaction: a hub that is stopped in the middle leaves
 * the old form and begins again. Several hubs on one database take turns by the exam's lock.
 */
public final class ArchivePress implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ArchivePress.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int EXAMS_A_PASS = 50;
    private static final long STOP_SECONDS = 5;

    private final Database database;
    private final Duration after;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "archive-press");
        thread.setDaemon(true);
        return thread;
    });

    /** @param after how long an exam must have been whole */
    public ArchivePress(Database database, Duration after, Clock clock) {
        this.database = database;
        this.after = after;
        this.clock = clock;
    }

    /** Begins to look for old exams every minute. */
    public void start() {
        ScheduledFuture<?> unused =
                worker.scheduleWithFixedDelay(this::tryPass, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    private void tryPass() {
        try {
            pass();
        } catch (DatabaseException e) {
            LOGGER.warn("old exams stay as they are for now: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOGGER.error("pressing old exams failed; they stay as they are", e);
        }
    }

    /** Presses what is due, up to a limit. @return how many exams take less room now */
    public int pass() {
        List<ExamId> due = database.inTransaction(transaction -> transaction
                .repository(ArchiveRepository.class)
                .unpressed(clock.instant().minus(after), EXAMS_A_PASS));
        int pressed = 0;
        for (ExamId examId : due) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            pressed += database.inTransaction(transaction -> press(transaction, examId)) ? 1 : 0;
        }
        if (!due.isEmpty()) {
            LOGGER.info("{} of {} old exams were pressed, the rest stay as they came", pressed, due.size());
        }
        return pressed;
    }

    private boolean press(Transaction transaction, ExamId examId) {
        ExamRepository exams = transaction.repository(ExamRepository.class);
        var archive = transaction.repository(ArchiveRepository.class);
        var waveforms = exams.lock(examId)
                .flatMap(exam ->
                        DensePacking.of(exams.segments(examId, 1), exam.leads().size()));
        waveforms.ifPresent(dense -> archive.replace(examId, dense));
        archive.pressed(examId, clock.instant());
        return waveforms.isPresent();
    }

    @Override
    public void close() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("an old exam is still being pressed; its transaction will be given up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
