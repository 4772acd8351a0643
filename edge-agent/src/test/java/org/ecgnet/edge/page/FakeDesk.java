package org.ecgnet.edge.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.edge.capture.LiveFrame;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.patient.CardReading;
import org.ecgnet.edge.result.CountyProtocol;
import org.ecgnet.edge.store.Backlog;
import org.ecgnet.edge.store.ClinicDeed;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.Strip;
import org.ecgnet.edge.uplink.HubState;

/** A desk whose state the test sets, and that remembers what it was asked. */
final class FakeDesk implements Desk {

    static final Instant NOW = Instant.parse("2026-03-01T06:02:00Z");
    private static final DeskState.UnitLine PLUGGED = new DeskState.UnitLine.Open(false, "/dev/ttyUSB0");
    static final ExamId EXAM = ExamId.of(NOW, 7, 7);

    final List<StartRequest> starts = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile DeskState state = quiet();
    volatile List<StoredExam> exams = List.of();
    volatile StartOutcome outcome = new StartOutcome.Started(EXAM);
    volatile Optional<Strip> strip = Optional.empty();
    volatile CardReading card = new CardReading.Failed(CardReading.Why.NO_CARD, "");
    volatile PageSettings settings =
            new PageSettings(10, false, "0571-88881111", "0571-88880000", CountyProtocol.general());
    private final List<DeskWatcher> watchers = new CopyOnWriteArrayList<>();

    static DeskState quiet() {
        return new DeskState(
                new SiteCode("dagou"),
                "0.1.0",
                NOW,
                new DeskState.Unit(new UnitId("ecg-1"), "reference", PLUGGED, true, OptionalInt.of(87), List.of()),
                Optional.empty(),
                new HubState(true, NOW, Optional.empty(), Optional.of(NOW), Optional.of(Duration.ofMillis(3))),
                new Backlog(0, 0, 0, Optional.empty()),
                disk(DiskState.Room.OK),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static DiskState disk(DiskState.Room room) {
        return new DiskState(room, 10L << 20, 2L << 30, 40L << 30);
    }

    DeskState withUnit(boolean connected, List<Lead> off) {
        DeskState.UnitLine line = connected ? PLUGGED : new DeskState.UnitLine.Down(false, "unit unplugged", List.of());
        return withUnit(new DeskState.Unit(new UnitId("ecg-1"), "reference", line, connected, OptionalInt.of(87), off));
    }

    DeskState withUnit(DeskState.Unit unit) {
        return new DeskState(
                state.site(),
                state.version(),
                state.now(),
                unit,
                state.recording(),
                state.hub(),
                state.backlog(),
                state.disk(),
                state.alarm(),
                state.failure(),
                state.cutShort(),
                state.storeProblem());
    }

    void show(DeskState next, List<StoredExam> nextExams) {
        state = next;
        exams = new ArrayList<>(nextExams);
        watchers.forEach(DeskWatcher::changed);
    }

    void live(LiveFrame frame) {
        watchers.forEach(watcher -> watcher.live(frame));
    }

    void contact(Contact contact) {
        watchers.forEach(watcher -> watcher.contact(contact));
    }

    int watching() {
        return watchers.size();
    }

    @Override
    public CompletionStage<StartOutcome> start(StartRequest request) {
        starts.add(request);
        return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public CompletionStage<Boolean> stop() {
        asked.add("stop");
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public DeskState state() {
        return state;
    }

    @Override
    public List<StoredExam> exams(int limit) {
        return exams;
    }

    @Override
    public Optional<StoredExam> exam(ExamId examId) {
        return exams.stream().filter(exam -> exam.examId().equals(examId)).findFirst();
    }

    @Override
    public List<StoredExam> search(HistoryQuery query, int limit) {
        return exams.stream()
                .filter(exam -> query.fits(exam.started().patient()))
                .toList();
    }

    @Override
    public Optional<Strip> strip(ExamId examId) {
        return strip;
    }

    @Override
    public boolean confirm(ExamId examId, ClinicDeed deed) {
        asked.add("confirm " + examId + " " + deed.action() + (deed.words().isEmpty() ? "" : " " + deed.words()));
        return exam(examId).isPresent();
    }

    @Override
    public boolean identify(ExamId examId, Patient patient, String by) {
        asked.add("identify " + examId + " " + patient.name().orElse("") + " "
                + patient.identityNumber().orElse(""));
        return exam(examId).isPresent();
    }

    @Override
    public CardReading readCard(String code) {
        asked.add("card " + code);
        return card;
    }

    @Override
    public PageSettings settings() {
        return settings;
    }

    @Override
    public void preview(boolean wanted) {
        asked.add("preview " + wanted);
    }

    @Override
    public void retry(ExamId examId) {
        asked.add("retry " + examId);
    }

    @Override
    public Watching watch(DeskWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
