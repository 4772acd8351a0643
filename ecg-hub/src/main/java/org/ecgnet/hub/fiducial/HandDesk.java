package org.ecgnet.hub.fiducial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.fiducial.MarkRefusal.Reason;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.MedianBeat;

/**
 * Keeps marks that physicians move. The engine's own are measured anew from the stored samples, never taken from a page.
 * Of two who move marks at once the second is told. Blocks on the database; safe for use by many threads.
 */
public final class HandDesk {

    private final Database database;
    private final HubEvents events;

    public HandDesk(Database database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * @param seen number of the measurement that the reader saw in force, 0 for none
     * @param wanted where the marks shall stand; empty to go back to the engine's
     */
    public HandAnswer keep(ExamId examId, int seen, Optional<BeatMarks> wanted, Person by, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Optional<Exam> exam = database.inTransaction(
                transaction -> transaction.repository(ExamRepository.class).find(examId));
        if (exam.isEmpty()) {
            return refused(Reason.NO_SUCH_EXAM, "没有这份心电图", "no such exam");
        }
        Optional<Beat> beat = database.inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).recording(examId))
                .flatMap(recording -> Beat.of(Remeasured.of(exam.get(), recording)));
        if (beat.isEmpty()) {
            return refused(Reason.NO_BEAT, "没有可供测量的心搏", "there is no beat to measure");
        }
        BeatMarks marks = wanted.orElse(beat.get().automatic());
        Optional<MarkRefusal> problem = MarkCheck.problem(marks, beat.get().length());
        if (problem.isPresent()) {
            return new HandAnswer.Refused(problem.get());
        }
        HandAnswer answer =
                database.inTransaction(transaction -> add(transaction, examId, seen, marks, beat.get(), by, now));
        if (answer instanceof HandAnswer.Kept) {
            events.publish(new HubEvent.MarksMoved(examId));
        }
        return answer;
    }

    private static HandAnswer add(
            Transaction transaction, ExamId examId, int seen, BeatMarks marks, Beat beat, Person by, Instant now) {
        transaction.repository(ExamRepository.class).lock(examId);
        var measurements = transaction.repository(HandRepository.class);
        Optional<HandMeasurement> latest = measurements.latest(examId);
        int number = latest.map(HandMeasurement::number).orElse(0);
        if (number != seen) {
            String name = latest.map(known -> known.by().name()).orElse("");
            return refused(Reason.STALE, name + "刚刚移动过标记, 请重新查看", "meanwhile " + name + " moved marks: look again");
        }
        BeatMarks before = latest.map(HandMeasurement::marks).orElse(beat.automatic());
        if (before.equals(marks)) {
            return refused(Reason.UNCHANGED, "标记没有变化", "the marks stand there already");
        }
        var measurement = new HandMeasurement(
                number + 1,
                by,
                now,
                beat.rate(),
                beat.rrMillis(),
                Triage.ENGINE,
                beat.automatic(),
                before,
                marks,
                StLevel.of(beat.median(), beat.automatic()),
                StLevel.of(beat.median(), marks));
        measurements.add(examId, measurement);
        transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        now,
                        by.account(),
                        AuditAction.MARKS_MOVED,
                        Optional.of(examId),
                        Optional.empty(),
                        detail(measurement)));
        return new HandAnswer.Kept(measurement);
    }

    /** Each mark's old and new sample. */
    private static String detail(HandMeasurement measurement) {
        return "measurement " + measurement.number() + ": "
                + measurement.moved().stream()
                        .map(moved -> moved.mark().label() + " " + place(measurement, moved.from()) + " to "
                                + place(measurement, moved.to()))
                        .collect(Collectors.joining(", "));
    }

    private static String place(HandMeasurement measurement, OptionalInt sample) {
        return sample.isEmpty()
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%d (%.0f ms)",
                        sample.getAsInt(),
                        measurement.millis(sample).getAsDouble());
    }

    private static HandAnswer refused(Reason reason, String chinese, String english) {
        return new HandAnswer.Refused(new MarkRefusal(reason, chinese, english));
    }

    /** The engine's median beat, as far as marks need it. */
    private record Beat(MedianBeat median, BeatMarks automatic, OptionalDouble rrMillis) {

        static Optional<Beat> of(MeasuredEcg measured) {
            double bpm = measured.rhythm().meanRateBpm();
            return measured.medianBeat().flatMap(beat -> measured.waves()
                    .map(waves -> new Beat(
                            beat,
                            BeatMarks.of(waves),
                            bpm > 0 ? OptionalDouble.of(60_000 / bpm) : OptionalDouble.empty())));
        }

        int rate() {
            return median.rate().hertz();
        }

        int length() {
            return median.microvolts()[0].length;
        }
    }
}
