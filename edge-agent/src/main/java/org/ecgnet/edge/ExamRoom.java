package org.ecgnet.edge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.capture.Captured;
import org.ecgnet.edge.page.DeskState;
import org.ecgnet.edge.reading.BestTen;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.reading.RunningWatch;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.Strip;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a recording: kept, watched while it runs, read at its end. Its methods belong to the clinic's thread,
 * but for the snapshots.
 */
final class ExamRoom {

    private static final Logger LOGGER = LoggerFactory.getLogger(ExamRoom.class);

    private final ClinicStore store;
    private final LocalReader reader;
    private final Clock wall;
    private final Consumer<DeviceCommand> unit;
    private final Executor readingRoom;
    private final Consumer<Runnable> inOrder;
    private final Runnable told;
    private final DurableWrites writes = new DurableWrites();
    private Optional<Running> running = Optional.empty();
    private volatile Optional<DeskState.Alarm> alarm = Optional.empty();
    private volatile Optional<DeskState.Failure> failure = Optional.empty();
    private volatile Optional<ExamId> cutShort = Optional.empty();

    private record Running(RunningWatch watch, BestTen best) {}

    /**
     * @param unit asks the unit for something
     * @param readingRoom where recordings are read, one after the other
     * @param inOrder hands work back to the clinic's thread
     * @param told says that something changed
     */
    ExamRoom(
            ClinicStore store,
            LocalReader reader,
            Clock wall,
            Consumer<DeviceCommand> unit,
            Executor readingRoom,
            Consumer<Runnable> inOrder,
            Runnable told) {
        this.store = store;
        this.reader = reader;
        this.wall = wall;
        this.unit = unit;
        this.readingRoom = readingRoom;
        this.inOrder = inOrder;
        this.told = told;
    }

    /** A new recording is asked for: what was said of the last one is over. */
    void clear() {
        failure = Optional.empty();
        alarm = Optional.empty();
        cutShort = Optional.empty();
    }

    /** Takes what the capture made. */
    void take(List<Captured> made) {
        for (Captured one : made) {
            if (one instanceof Captured.Began began) {
                running = Optional.of(new Running(reader.watch(began.message()), new BestTen(began.message())));
                keep(began.message());
            } else if (one instanceof Captured.Grew grew) {
                keep(grew.message());
                running.ifPresent(now -> watch(now, grew));
            } else if (one instanceof Captured.Ended ended) {
                keep(ended.message());
                unit.accept(DeviceCommand.STOP);
                if (ended.message().reason() == EndReason.UNIT_LOST) {
                    cutShort = Optional.of(ended.message().examId());
                }
                Optional<Running> was = running;
                running = Optional.empty();
                readingRoom.execute(() -> read(ended, was));
            } else if (one instanceof Captured.NeverBegan never) {
                unit.accept(DeviceCommand.STOP);
                failure = Optional.of(new DeskState.Failure(never.examId(), wall.instant(), never.why()));
                LOGGER.warn("Exam {} never began: {}", never.examId(), never.why());
            }
        }
    }

    private void keep(OfExam message) {
        Instant now = wall.instant();
        writes.add(() -> store.spool().put(message, now));
    }

    private void watch(Running now, Captured.Grew grew) {
        RunningWatch watch = now.watch();
        if (watch.next(grew.counts(), grew.leadsOff())) {
            LOGGER.warn("Exam {} shows a deadly rhythm while it is recorded", watch.examId());
            alarm = Optional.of(new DeskState.Alarm(watch.examId(), wall.instant(), watch.lines()));
            writes.add(() -> store.spool().raise(watch.examId()));
        }
        now.best()
                .next(grew.counts(), grew.message().marks())
                .ifPresent(stretch -> readingRoom.execute(() -> weigh(now.best(), stretch)));
    }

    private static void weigh(BestTen best, BestTen.Stretch stretch) {
        try {
            best.weigh(stretch);
        } catch (RuntimeException e) {
            LOGGER.error("Ten seconds could not be weighed and are left out", e);
        }
    }

    /** On the reading thread; what it finds is stored in order on the clinic's. */
    private void read(Captured.Ended ended, Optional<Running> was) {
        BestTen.Stretch stretch = stretch(ended, was);
        ReadingReady alone =
                reader.read(ended.message().examId(), stretch.recording(), ended.patient(), ended.symptoms());
        boolean whole =
                stretch.recording().waveform().length() == ended.message().samples();
        ReadingReady reading = whole
                ? alone
                : was.map(now -> LocalReader.beside(alone, now.watch())).orElse(alone);
        Instant now = wall.instant();
        LOGGER.info("Exam {} read on this computer: {}", reading.examId(), reading.level());
        inOrder.accept(() -> {
            Strip strip = new Strip(stretch.firstSample(), stretch.recording().waveform());
            writes.add(() -> store.book().read(reading, Optional.of(strip), now));
            if (reading.level() != TriageLevel.RED) {
                alarm = alarm.filter(showing -> !showing.examId().equals(reading.examId()));
            }
            told.run();
        });
    }

    /** The exam's patient is known by now: the same seconds are read again. */
    void identified(ExamId examId) {
        readingRoom.execute(() -> {
            try {
                readAgain(examId);
            } catch (StoreException | IllegalStateException e) {
                LOGGER.error("Exam {} is identified and could not be read again on this computer", examId, e);
            }
        });
    }

    private void readAgain(ExamId examId) {
        Optional<StoredRecording> whole = StoredRecording.of(store, examId);
        Optional<Strip> strip = store.book().strip(examId);
        Optional<ReadingReady> before =
                store.book().exam(examId).flatMap(StoredExam::localReading).map(StoredExam.Timed::value);
        if (whole.isEmpty() || strip.isEmpty() || before.isEmpty()) {
            LOGGER.info("Exam {} is identified; the hub has its samples and reads it again", examId);
            return;
        }
        ExamStarted started = whole.get().started();
        ReadingReady fresh = reader.read(examId, whole.get().of(strip.get()), started.patient(), started.symptoms());
        ReadingReady reading = LocalReader.again(before.get(), fresh);
        Instant now = wall.instant();
        LOGGER.info("Exam {} is identified and read again on this computer: {}", examId, reading.level());
        inOrder.accept(() -> {
            writes.add(() -> store.book().read(reading, strip, now));
            told.run();
        });
    }

    /** A recording of the usual length is read as a whole, a longer one in its best ten seconds. */
    private static BestTen.Stretch stretch(Captured.Ended ended, Optional<Running> was) {
        int usual =
                LocalReader.LONG_SECONDS * ended.recording().waveform().rate().hertz();
        BestTen.Stretch given = new BestTen.Stretch(ended.firstSample(), ended.recording());
        return ended.message().samples() < usual
                ? given
                : was.flatMap(now -> now.best().best()).orElse(given);
    }

    /** Tries what the store could not take. @return true when nothing waits any more */
    boolean retry() {
        return writes.retry();
    }

    // Snapshots, for any thread

    Optional<DeskState.Alarm> alarm() {
        return alarm;
    }

    Optional<DeskState.Failure> failure() {
        return failure;
    }

    Optional<ExamId> cutShort() {
        return cutShort;
    }

    Optional<String> storeProblem() {
        return writes.problem();
    }
}
