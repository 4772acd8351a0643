package org.ecgnet.hub.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.reading.StoredReading.Origin;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.triage.Reading;

/**
 * Stores a reading, everything that must follow it and the message to the clinic in one transaction, and tells the
 * listeners after the commit.
 */
final class ReadingStore {

    private final Database database;
    private final HubEvents events;
    private final List<ReadingFollowUp> followUps;
    private final Clock clock;

    ReadingStore(Database database, HubEvents events, List<ReadingFollowUp> followUps, Clock clock) {
        this.database = database;
        this.events = events;
        this.followUps = List.copyOf(followUps);
        this.clock = clock;
    }

    /**
     * The engine's reading of the whole.
     *
     * @param patient who it was read for; not stored when the exam is another's by now
     * @return false when nothing was stored: it was there already, or the exam is to be read again
     */
    boolean engine(ExamId examId, Patient patient, Reading reading) {
        return commit(
                examId,
                (transaction, exam, now) -> exam.patient().equals(patient)
                                && transaction.repository(ExamRepository.class).read(examId, now)
                        ? store(transaction, exam, Origin.ENGINE, reading, now)
                        : Optional.empty());
    }

    /** A live reading; not stored any more once the engine has read the whole. */
    boolean live(ExamId examId, Reading reading) {
        return commit(
                examId,
                (transaction, exam, now) ->
                        transaction.repository(ReadingRepository.class).byEngine(examId)
                                ? Optional.empty()
                                : store(transaction, exam, Origin.LIVE, reading, now));
    }

    /** What is done with the locked exam; empty when nothing is. */
    private interface Step {
        Optional<List<HubEvent>> within(Transaction transaction, Exam exam, Instant now);
    }

    private boolean commit(ExamId examId, Step step) {
        Instant now = clock.instant();
        Optional<List<HubEvent>> told = database.inTransaction(transaction -> {
            Exam exam = transaction
                    .repository(ExamRepository.class)
                    .lock(examId)
                    .orElseThrow(() -> new IllegalStateException("no exam " + examId));
            return step.within(transaction, exam, now);
        });
        told.ifPresent(all -> all.forEach(events::publish));
        return told.isPresent();
    }

    private Optional<List<HubEvent>> store(
            Transaction transaction, Exam exam, Origin origin, Reading reading, Instant now) {
        ExamId examId = exam.id();
        ReadingRepository readings = transaction.repository(ReadingRepository.class);
        StoredReading stored = readings.add(examId, origin, reading, now);
        transaction.repository(DownlinkRepository.class).add(exam.site(), message(examId, reading), now);
        List<HubEvent> told = new ArrayList<>();
        told.add(new HubEvent.ReadingMade(examId, exam.site(), reading.level()));
        for (ReadingFollowUp followUp : followUps) {
            told.addAll(followUp.within(transaction, exam, stored, now));
        }
        told.add(new HubEvent.DownlinkWaiting(exam.site()));
        return Optional.of(told);
    }

    private static ReadingReady message(ExamId examId, Reading reading) {
        List<ReadingLine> lines = new ArrayList<>();
        reading.findings()
                .forEach(finding -> lines.add(new ReadingLine(finding.rule(), finding.chinese(), finding.english())));
        reading.cannotJudge().forEach(limit -> lines.add(new ReadingLine("", limit.chinese(), limit.english())));
        return new ReadingReady(examId, reading.level(), reading.hard(), lines, Optional.empty());
    }
}
