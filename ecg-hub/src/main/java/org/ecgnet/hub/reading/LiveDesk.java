package org.ecgnet.hub.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.DatabaseException;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches every arriving exam for rhythms that kill within minutes, on a thread of its own.
 *
 * <p>What it knows of an exam is made from the stored segments when it is not there: after a restart, or when segments
 * came out of order.
 */
final class LiveDesk implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveDesk.class);
    private static final int WATCHED_EXAMS = 5_000;
    private static final String ENGINE = "live watch";

    private final Database database;
    private final ReadingStore store;
    private final RuleProfile profile;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "live-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<ExamId, LiveExam> watched = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ExamId, LiveExam> eldest) {
            return size() > WATCHED_EXAMS;
        }
    };

    LiveDesk(Database database, ReadingStore store, RuleProfile profile) {
        this.database = database;
        this.store = store;
        this.profile = profile;
    }

    void stored(ExamId examId, Segment segment) {
        submit(examId, () -> take(examId, segment));
    }

    /** The exam is whole: the engine reads all of it now. */
    void whole(ExamId examId) {
        submit(examId, () -> watched.remove(examId));
    }

    private void submit(ExamId examId, Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (DatabaseException e) {
                    watched.remove(examId);
                    LOGGER.warn("live watch of exam {} starts anew with its next segment: {}", examId, e.getMessage());
                } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
                    watched.remove(examId);
                    LOGGER.error("live watch failed on exam {}; the whole is still read at its end", examId, e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOGGER.debug("closed: segments are stored, and read at the next start");
        }
    }

    private void take(ExamId examId, Segment segment) {
        LiveExam live = watched.get(examId);
        if (live == null) {
            Optional<LiveExam> rebuilt = begin(examId);
            if (rebuilt.isEmpty()) {
                return;
            }
            live = rebuilt.get();
            watched.put(examId, live);
        }
        if (segment.seq() == live.next()) {
            say(examId, live.take(segment));
        } else if (segment.seq() > live.next()) {
            catchUp(examId, live);
        }
    }

    /** Empty when the exam's start has not come yet, or it is over. */
    private Optional<LiveExam> begin(ExamId examId) {
        return database.inTransaction(transaction -> {
            Optional<Exam> exam = transaction.repository(ExamRepository.class).find(examId);
            Set<String> said = new HashSet<>();
            for (StoredReading reading :
                    transaction.repository(ReadingRepository.class).ofExam(examId)) {
                reading.reading().findings().forEach(finding -> said.add(finding.rule()));
            }
            return exam.filter(found -> found.state() == ExamState.ARRIVING)
                    .map(found -> new LiveExam(profile, found, said));
        });
    }

    private void catchUp(ExamId examId, LiveExam live) {
        List<Segment> stored = database.inTransaction(
                transaction -> transaction.repository(ExamRepository.class).segments(examId, live.next()));
        for (Segment segment : stored) {
            if (segment.seq() != live.next()) {
                return;
            }
            say(examId, live.take(segment));
        }
    }

    private void say(ExamId examId, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        TriageLevel level = findings.stream().map(Finding::level).reduce(TriageLevel.GREEN, TriageLevel::moreUrgent);
        LOGGER.info("live watch: {} on exam {}", level, examId);
        store.live(
                examId,
                new Reading(
                        level,
                        findings,
                        List.of(),
                        Measurements.NONE,
                        QualityReport.GOOD,
                        List.of(),
                        profile.edition(),
                        ENGINE));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
