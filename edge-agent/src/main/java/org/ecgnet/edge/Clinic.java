package org.ecgnet.edge;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.capture.Capture;
import org.ecgnet.edge.capture.Captured;
import org.ecgnet.edge.capture.ExamOrder;
import org.ecgnet.edge.capture.LiveTrace;
import org.ecgnet.edge.page.DeskState;
import org.ecgnet.edge.page.StartOutcome;
import org.ecgnet.edge.page.StartRequest;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.reading.RunningWatch;
import org.ecgnet.edge.retry.SteadyClock;
import org.ecgnet.edge.serial.UnitListener;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clinic at work: the unit's events become messages in the store, readings and news for the page.
 *
 * <p>Everything here happens on one thread, named {@code clinic}; recordings are read on another, so that the unit is
 * never kept waiting. Other threads hand in work and read the volatile snapshots.
 */
final class Clinic implements UnitListener, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Clinic.class);
    private static final int MOST_WAITING_BATCHES = 2000;

    private final EdgeSettings settings;
    private final ClinicStore store;
    private final LocalReader reader;
    private final Watchers watchers;
    private final Clock wall;
    private final Consumer<DeviceCommand> unit;
    private final Runnable wakeUplink;
    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService clinic = Executors.newSingleThreadScheduledExecutor(named("clinic"));
    private final ExecutorService readingRoom = Executors.newSingleThreadExecutor(named("reading"));
    private final Semaphore waitingBatches = new Semaphore(MOST_WAITING_BATCHES);
    private final List<Future<?>> timetable = new ArrayList<>();
    private final DurableWrites writes = new DurableWrites();
    private final Capture capture;
    private final UnitWatch unitWatch;
    private SteadyClock clock;
    private Optional<LiveTrace> trace = Optional.empty();
    private Optional<RunningWatch> running = Optional.empty();
    private int wantedSeconds;
    private volatile Optional<DeskState.RecordingNow> recording = Optional.empty();
    private volatile Optional<DeskState.Alarm> alarm = Optional.empty();
    private volatile Optional<DeskState.Failure> failure = Optional.empty();

    /**
     * @param unit asks the unit for something
     * @param wakeUplink tells the uplink to look at the store
     */
    Clinic(
            EdgeSettings settings,
            ClinicStore store,
            LocalReader reader,
            Watchers watchers,
            Clock wall,
            Consumer<DeviceCommand> unit,
            Runnable wakeUplink) {
        this.settings = settings;
        this.store = store;
        this.reader = reader;
        this.watchers = watchers;
        this.wall = wall;
        this.unit = unit;
        this.wakeUplink = wakeUplink;
        this.clock = SteadyClock.from(wall);
        this.capture = new Capture(settings.capture());
        this.unitWatch = new UnitWatch(settings.capture());
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Ends and reads what the last run left, then begins to keep time. */
    void start() {
        PowerLossRecovery recovery = new PowerLossRecovery(store, reader);
        recovery.endCutOff(wall.instant());
        readingRoom.execute(() -> {
            reader.warmUp();
            recovery.readUnread(wall.instant());
            wakeUplink.run();
            watchers.changed();
        });
        timetable.add(clinic.scheduleWithFixedDelay(guarded(this::tick), 1, 1, TimeUnit.SECONDS));
        timetable.add(
                clinic.scheduleWithFixedDelay(guarded(() -> store.tidy(wall.instant())), 1, 60, TimeUnit.MINUTES));
    }

    /** A periodic task that throws would never run again: say it and go on. */
    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOGGER.error("A task of the clinic failed and will be tried again", e);
            }
        };
    }

    private Instant now() {
        if (capture.idle()) {
            clock = SteadyClock.from(wall);
        }
        return clock.instant();
    }

    private void tick() {
        if (!writes.retry()) {
            watchers.changed();
        }
        handle(capture.tick(now()));
        if (unitWatch.takeChange()) {
            wakeUplink.run();
            watchers.changed();
        }
    }

    // The unit, on the serial thread

    @Override
    public void opened(String port) {
        inOrder(() -> {
            unitWatch.opened();
            told();
        });
    }

    @Override
    public void lost(String reason) {
        inOrder(() -> {
            unitWatch.lost(reason);
            trace = Optional.empty();
            handle(capture.unitLost(now()));
            told();
        });
    }

    @Override
    public void heard(List<DeviceEvent> events) {
        waitingBatches.acquireUninterruptibly();
        inOrder(() -> {
            try {
                events.forEach(this::hear);
            } finally {
                waitingBatches.release();
            }
        });
    }

    private void inOrder(Runnable work) {
        try {
            clinic.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOGGER.debug("The clinic is closed");
        }
    }

    private void told() {
        wakeUplink.run();
        watchers.changed();
    }

    private void hear(DeviceEvent event) {
        unitWatch.hear(event);
        if (event instanceof DeviceEvent.Announced announced) {
            trace = Optional.of(new LiveTrace(announced.format()));
            watchers.changed();
        } else if (event instanceof DeviceEvent.Samples samples) {
            trace.flatMap(live -> live.next(samples)).ifPresent(watchers::live);
        }
        handle(capture.on(event, now()));
    }

    // Recordings, on the clinic's thread

    private void handle(List<Captured> made) {
        for (Captured one : made) {
            if (one instanceof Captured.Began began) {
                running = Optional.of(reader.watch(began.message()));
                keep(began.message());
            } else if (one instanceof Captured.Grew grew) {
                keep(grew.message());
                watch(grew);
            } else if (one instanceof Captured.Ended ended) {
                keep(ended.message());
                unit.accept(DeviceCommand.STOP);
                readingRoom.execute(() -> read(ended));
            } else if (one instanceof Captured.NeverBegan never) {
                unit.accept(DeviceCommand.STOP);
                failure = Optional.of(new DeskState.Failure(never.examId(), wall.instant(), never.why()));
                LOGGER.warn("Exam {} never began: {}", never.examId(), never.why());
            }
        }
        if (!made.isEmpty()) {
            showRecording();
            told();
        }
    }

    private void keep(OfExam message) {
        Instant now = wall.instant();
        writes.add(() -> store.spool().put(message, now));
    }

    private void watch(Captured.Grew grew) {
        running.ifPresent(watch -> {
            if (watch.next(grew.counts(), grew.leadsOff())) {
                LOGGER.warn("Exam {} shows a deadly rhythm while it is recorded", watch.examId());
                alarm = Optional.of(new DeskState.Alarm(watch.examId(), wall.instant(), watch.lines()));
                writes.add(() -> store.spool().raise(watch.examId()));
            }
        });
    }

    /** On the reading thread; what it finds is stored in order on the clinic's. */
    private void read(Captured.Ended ended) {
        ReadingReady reading =
                reader.read(ended.message().examId(), ended.recording(), ended.patient(), ended.symptoms());
        Instant now = wall.instant();
        LOGGER.info("Exam {} read on this computer: {}", reading.examId(), reading.level());
        inOrder(() -> {
            writes.add(() -> store.book().read(reading, now));
            if (reading.level() != TriageLevel.RED) {
                alarm = alarm.filter(showing -> !showing.examId().equals(reading.examId()));
            }
            told();
        });
    }

    private void showRecording() {
        int hertz = capture.format().map(format -> format.rate().hertz()).orElse(0);
        recording = capture.current()
                .map(exam -> new DeskState.RecordingNow(exam, wantedSeconds, capture.samples(), hertz));
        if (recording.isEmpty()) {
            running = Optional.empty();
        }
    }

    CompletionStage<StartOutcome> begin(StartRequest request) {
        return CompletableFuture.supplyAsync(() -> beginNow(request), clinic);
    }

    private StartOutcome beginNow(StartRequest request) {
        if (!capture.idle()) {
            return new StartOutcome.Refused(StartOutcome.Why.BUSY);
        }
        if (!unitWatch.connected()) {
            return new StartOutcome.Refused(StartOutcome.Why.NO_UNIT);
        }
        DiskState.Room room = store.disk().room();
        if (room == DiskState.Room.FULL || writes.problem().isPresent()) {
            return new StartOutcome.Refused(StartOutcome.Why.DISK_FULL);
        }
        if (room == DiskState.Room.NEARLY_FULL && !request.emergency()) {
            return new StartOutcome.Refused(StartOutcome.Why.DISK_NEARLY_FULL);
        }
        Instant now = now();
        ExamId examId = ExamId.of(now, random.nextLong(), random.nextLong());
        wantedSeconds = request.seconds().orElse(settings.recordingSeconds());
        String operator = request.operator().isBlank() ? settings.operator() : request.operator();
        capture.begin(
                new ExamOrder(examId, request.patient(), request.symptoms(), operator, wantedSeconds, request.drill()),
                now);
        failure = Optional.empty();
        alarm = Optional.empty();
        unit.accept(DeviceCommand.START);
        LOGGER.info("Exam {} asked for, {} s", examId, wantedSeconds);
        showRecording();
        watchers.changed();
        return new StartOutcome.Started(examId);
    }

    CompletionStage<Boolean> end() {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<Captured> made = capture.stop(now());
                    handle(made);
                    return !made.isEmpty();
                },
                clinic);
    }

    // Snapshots, for any thread

    DeskState.Unit unit() {
        return unitWatch.unit();
    }

    Optional<UnitStatus> unitStatus() {
        return Optional.of(unitWatch.status(wall.instant()));
    }

    Optional<DeskState.RecordingNow> recording() {
        return recording;
    }

    Optional<DeskState.Alarm> alarm() {
        return alarm;
    }

    Optional<DeskState.Failure> failure() {
        return failure;
    }

    Optional<String> storeProblem() {
        return writes.problem();
    }

    /** Stops the unit and waits for what is under way; a running recording is ended as stopped. */
    @Override
    public void close() {
        inOrder(() -> handle(capture.stop(now())));
        timetable.forEach(task -> task.cancel(false));
        clinic.shutdown();
        try {
            boolean done = clinic.awaitTermination(5, TimeUnit.SECONDS); // it may still hand over a recording to read
            readingRoom.shutdown();
            if (!readingRoom.awaitTermination(5, TimeUnit.SECONDS) || !done) {
                LOGGER.warn("Closed with work under way: it is taken up at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
