package org.ecgnet.hub.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Ending;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.RecordingAssembly;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.prior.PriorEcg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one whole exam through its last two steps: checked and confirmed to the clinic, then read. Each is one
 * transaction that does nothing when it was done before, so that a crash between any two is healed by doing it again. An
 * exam whose patient is identified later counts as unread again: sex, age and earlier recordings matter.
 */
final class ExamReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(ExamReader.class);

    private final Database database;
    private final HubEvents events;
    private final CarefulEngine engine;
    private final ReadingStore store;
    private final Clock clock;

    ExamReader(Database database, HubEvents events, CarefulEngine engine, ReadingStore store, Clock clock) {
        this.database = database;
        this.events = events;
        this.engine = engine;
        this.store = store;
        this.clock = clock;
    }

    void read(ExamId examId) {
        Optional<Whole> found = database.inTransaction(transaction -> whole(transaction, examId));
        if (found.isEmpty()) {
            LOGGER.error("exam {} was called whole and is not; left as it is", examId);
            return;
        }
        Whole whole = found.get();
        if (whole.exam().state() == ExamState.ARRIVING) {
            confirm(whole);
        }
        Reading reading = engine.read(whole.exam(), whole.assembly().recording(), whole.prior(), whole.problem());
        if (store.engine(examId, whole.exam().patient(), reading)) {
            LOGGER.info("exam {} of {} read", examId, whole.exam().site());
        }
    }

    private static Optional<Whole> whole(Transaction transaction, ExamId examId) {
        ExamRepository exams = transaction.repository(ExamRepository.class);
        Optional<Exam> exam = exams.find(examId);
        Optional<Ending> ending = exams.ending(examId);
        if (exam.isEmpty() || ending.isEmpty()) {
            return Optional.empty();
        }
        RecordingAssembly assembly = RecordingAssembly.of(exam.get(), exams.segments(examId, 1));
        Optional<PriorEcg> prior =
                transaction.repository(ReadingRepository.class).prior(exam.get());
        return Optional.of(new Whole(exam.get(), assembly, prior, assembly.problem(ending.get())));
    }

    private void confirm(Whole whole) {
        Exam exam = whole.exam();
        Instant now = clock.instant();
        boolean first = database.inTransaction(transaction -> {
            ExamRepository exams = transaction.repository(ExamRepository.class);
            if (exams.lock(exam.id()).orElseThrow().state() != ExamState.ARRIVING) {
                return false;
            }
            exams.complete(exam.id(), whole.problem().isEmpty() ? ExamState.COMPLETE : ExamState.DAMAGED, now);
            transaction
                    .repository(DownlinkRepository.class)
                    .add(exam.site(), new ExamReceived(exam.id(), whole.problem()), now);
            return true;
        });
        if (first) {
            whole.problem().ifPresent(problem -> LOGGER.error("exam {} is damaged: {}", exam.id(), problem));
            events.publish(new HubEvent.ExamCompleted(exam.id(), exam.site()));
            events.publish(new HubEvent.DownlinkWaiting(exam.site()));
        }
    }

    private record Whole(Exam exam, RecordingAssembly assembly, Optional<PriorEcg> prior, Optional<String> problem) {}
}
