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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Recording;
import org.ecgnet.edge.capture.Capture;
import org.ecgnet.edge.capture.Captured;
import org.ecgnet.edge.capture.ExamOrder;
import org.ecgnet.edge.capture.LiveTrace;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.electrode.LastSeconds;
import org.ecgnet.edge.page.DeskState;
import org.ecgnet.edge.page.StartOutcome;
import org.ecgnet.edge.page.StartRequest;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.retry.SteadyClock;
import org.ecgnet.edge.serial.PortFinding;
import org.ecgnet.edge.serial.UnitListener;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitProfile;
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
    private final Capture capture;
    private final UnitWatch unitWatch;
    private final ExamRoom room;
    private SteadyClock clock;
    private final Preview preview = new Preview();
    private final AtomicBoolean judging = new AtomicBoolean();
    private Optional<LiveTrace> trace = Optional.empty();
    private Optional<LastSeconds> lastSeconds = Optional.empty();
    private int wantedSeconds;
    private boolean outOfService;
    private volatile Optional<DeskState.RecordingNow> recording = Optional.empty();

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
        this.unitWatch =
                new UnitWatch(settings.capture(), settings.link().auto().isPresent());
        this.room = new ExamRoom(store, reader, wall, unit, readingRoom, this::inOrder, this::told);
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
        if (!room.retry()) {
            watchers.changed();
        }
        handle(capture.tick(now()));
        if (capture.idle() && unitWatch.connected()) {
            preview.tick(now()).ifPresent(unit);
        }
        if (unitWatch.takeChange()) {
            wakeUplink.run();
            watchers.changed();
        }
    }

    // The unit, on the serial thread

    @Override
    public void opened(String port, UnitProfile profile) {
        inOrder(() -> {
            unitWatch.opened(port, profile);
            capture.from(profile);
            told();
        });
    }

    @Override
    public void lost(String reason, List<PortFinding> looked) {
        inOrder(() -> {
            unitWatch.lost(reason, looked);
            trace = Optional.empty();
            lastSeconds = Optional.empty();
            handle(capture.unitLost(now()));
            told();
        });
    }

    @Override
    public void heard(List<DeviceEvent> events) {
        waitingBatches.acquireUninterruptibly();
        boolean taken = inOrder(() -> {
            try {
                events.forEach(this::hear);
            } finally {
                waitingBatches.release();
            }
        });
        if (!taken) {
            waitingBatches.release();
        }
    }

    /** False when the clinic is closed. */
    private boolean inOrder(Runnable work) {
        try {
            clinic.execute(guarded(work));
            return true;
        } catch (RejectedExecutionException e) {
            LOGGER.debug("The clinic is closed");
            return false;
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
            lastSeconds = Optional.of(new LastSeconds(announced.format()));
            watchers.changed();
        } else if (event instanceof DeviceEvent.Samples samples) {
            preview.heard(now());
            trace.flatMap(live -> live.next(samples)).ifPresent(watchers::live);
            lastSeconds.flatMap(last -> last.next(samples, now())).ifPresent(this::judge);
        }
        handle(capture.on(event, now()));
    }

    /** Off the clinic's thread; while one judgement is under way the next second is left out. */
    private void judge(Recording seconds) {
        if (judging.compareAndSet(false, true)) {
            boolean placing =
                    capture.idle(); // while it records nothing is to be exchanged, and the reading comes first
            readingRoom.execute(guarded(() -> {
                try {
                    watchers.contact(placing ? reader.contact(seconds) : Contact.of(seconds));
                } finally {
                    judging.set(false);
                }
            }));
        }
    }

    void preview(boolean wanted) {
        inOrder(() -> {
            if (capture.idle() && unitWatch.connected()) {
                (wanted ? preview.wanted(now()) : preview.over(now())).ifPresent(unit);
            }
        });
    }

    // Recordings, on the clinic's thread

    private void handle(List<Captured> made) {
        room.take(made);
        if (!made.isEmpty()) {
            showRecording();
            told();
        }
    }

    private void showRecording() {
        int hertz = capture.format().map(format -> format.rate().hertz()).orElse(0);
        recording = capture.current()
                .map(exam -> new DeskState.RecordingNow(exam, wantedSeconds, capture.samples(), hertz));
    }

    CompletionStage<StartOutcome> begin(StartRequest request) {
        return CompletableFuture.supplyAsync(() -> beginNow(request), clinic);
    }

    private StartOutcome beginNow(StartRequest request) {
        if (!capture.idle() || outOfService) {
            return new StartOutcome.Refused(StartOutcome.Why.BUSY);
        }
        if (!unitWatch.connected()) {
            return new StartOutcome.Refused(StartOutcome.Why.NO_UNIT);
        }
        DiskState.Room left = store.disk().room();
        if (left == DiskState.Room.FULL || room.storeProblem().isPresent()) {
            return new StartOutcome.Refused(StartOutcome.Why.DISK_FULL);
        }
        if (left == DiskState.Room.NEARLY_FULL && !request.emergency()) {
            return new StartOutcome.Refused(StartOutcome.Why.DISK_NEARLY_FULL);
        }
        Instant now = now();
        ExamId examId = ExamId.of(now, random.nextLong(), random.nextLong());
        wantedSeconds = request.seconds().orElse(settings.recordingSeconds());
        String operator = request.operator().isBlank() ? settings.operator() : request.operator();
        capture.begin(
                new ExamOrder(
                        examId,
                        request.patient(),
                        request.symptoms(),
                        request.bedside(),
                        operator,
                        wantedSeconds,
                        request.drill()),
                now);
        room.clear();
        if (!preview.streaming(now)) {
            unit.accept(DeviceCommand.START);
        }
        preview.taken();
        LOGGER.info("Exam {} asked for, {} s", examId, wantedSeconds);
        showRecording();
        watchers.changed();
        return new StartOutcome.Started(examId);
    }

    /** An exam was given another patient. */
    void identified(ExamId examId) {
        inOrder(() -> room.identified(examId));
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

    /**
     * Takes the clinic out of service, unless somebody would miss it.
     *
     * @param reallyQuiet asked once no recording can begin any more
     */
    CompletionStage<Boolean> closeQuietly(BooleanSupplier reallyQuiet) {
        return CompletableFuture.supplyAsync(
                () -> {
                    outOfService = capture.idle()
                            && !preview.streaming(now())
                            && room.storeProblem().isEmpty()
                            && reallyQuiet.getAsBoolean();
                    return outOfService;
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
        return room.alarm();
    }

    Optional<DeskState.Failure> failure() {
        return room.failure();
    }

    Optional<ExamId> cutShort() {
        return room.cutShort();
    }

    Optional<String> storeProblem() {
        return room.storeProblem();
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
