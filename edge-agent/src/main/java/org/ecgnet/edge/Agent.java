package org.ecgnet.edge;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.edge.drop.DropWatch;
import org.ecgnet.edge.launch.AgentNews;
import org.ecgnet.edge.launch.Programs;
import org.ecgnet.edge.page.ClinicPage;
import org.ecgnet.edge.page.Desk;
import org.ecgnet.edge.page.DeskState;
import org.ecgnet.edge.page.DeskWatcher;
import org.ecgnet.edge.page.HistoryQuery;
import org.ecgnet.edge.page.PageSettings;
import org.ecgnet.edge.page.StartOutcome;
import org.ecgnet.edge.page.StartRequest;
import org.ecgnet.edge.patient.CardReader;
import org.ecgnet.edge.patient.CardReading;
import org.ecgnet.edge.patient.HttpCardReader;
import org.ecgnet.edge.reading.LocalReader;
import org.ecgnet.edge.serial.AnyLink;
import org.ecgnet.edge.serial.LinkSupervisor;
import org.ecgnet.edge.serial.UnitSearch;
import org.ecgnet.edge.store.ClinicDeed;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.Strip;
import org.ecgnet.edge.update.Updater;
import org.ecgnet.edge.uplink.TlsStores;
import org.ecgnet.edge.uplink.Uplink;
import org.ecgnet.edge.uplink.UplinkListener;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.release.ReleaseVersion;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running edge agent: opens everything in order, closes it in the other. */
public final class Agent implements Desk, UplinkListener, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Agent.class);

    private final EdgeSettings settings;
    private final String version;
    private final Clock clock;
    private final Watchers watchers = new Watchers();
    private final ClinicStore store;
    private final Clinic clinic;
    private final LinkSupervisor link;
    private final Uplink uplink;
    private final ClinicPage page;
    private final CardReader cards;
    private final Optional<DropWatch> drop;
    private Optional<Updater> updater = Optional.empty();

    private Agent(EdgeSettings settings, String version, Clock clock) {
        this.settings = settings;
        this.version = version;
        this.clock = clock;
        this.store = ClinicStore.open(settings.store());
        LocalReader reader = new LocalReader(settings.profile());
        this.clinic = new Clinic(settings, store, reader, watchers, clock, this::ask, this::wakeUplink);
        AnyLink line = new AnyLink(settings.link().silentFor().multipliedBy(3));
        UnitSearch search = UnitSearch.of(settings.link(), settings.capture().profile(), line);
        this.link = new LinkSupervisor(settings.link(), line, search, clinic, new Random());
        this.uplink = new Uplink(
                settings.site(), settings.hub(), store, clinic::unitStatus, this, version, clock, new Random());
        this.cards = settings.cardReader().<CardReader>map(HttpCardReader::new).orElse(CardReader.NONE);
        this.drop = settings.drop()
                .map(folder -> new DropWatch(folder, new DroppedExams(store, reader, clock, this::somethingNew)));
        this.page = new ClinicPage(this, settings.pagePort());
    }

    /**
     * Starts an agent. When this returns, its page answers; unit and hub are being connected.
     *
     * @throws org.ecgnet.edge.store.StoreException when the store cannot be opened
     * @throws org.ecgnet.edge.uplink.UplinkException when the certificates cannot be used
     * @throws IllegalStateException when the page's port is taken
     */
    public static Agent start(EdgeSettings settings, String version, Clock clock) {
        Agent agent = new Agent(settings, version, clock);
        try {
            agent.open();
        } catch (RuntimeException e) {
            agent.close(); // such as a page whose port is taken: the unit and the store are not to be held
            throw e;
        }
        return agent;
    }

    private void open() {
        clinic.start();
        link.start();
        uplink.start();
        page.start();
        drop.ifPresent(DropWatch::start);
    }

    /**
     * Looks for new versions, when the settings say so, and tells how this one does.
     *
     * @param tell after an update or a taking back the process is to end
     */
    void keepUpToDate(Programs programs, Consumer<AgentNews> tell) {
        updater = settings.update().map(update -> {
            var self = new Updater.Self(settings.site(), ReleaseVersion.parse(version), ClinicStore.VERSION);
            return Updater.start(
                    update,
                    self,
                    programs,
                    TlsStores.trust(settings.hub()),
                    new QuietClinic(clinic, store, () -> uplink.state().connected(), update.quietFor()),
                    tell,
                    clock);
        });
    }

    /** The port on which the page really listens. */
    public int pagePort() {
        return page.port();
    }

    private void ask(DeviceCommand command) {
        if (!link.send(command)) {
            LOGGER.info("The unit was not told to {}: no line, or it knows no such command", command);
        }
    }

    private void wakeUplink() {
        uplink.wake();
    }

    private void somethingNew() {
        uplink.wake();
        watchers.changed();
    }

    @Override
    public CompletionStage<StartOutcome> start(StartRequest request) {
        return clinic.begin(request);
    }

    @Override
    public CompletionStage<Boolean> stop() {
        return clinic.end();
    }

    @Override
    public DeskState state() {
        return new DeskState(
                settings.site(),
                version,
                clock.instant(),
                clinic.unit(),
                clinic.recording(),
                uplink.state(),
                store.spool().backlog(),
                store.disk(),
                clinic.alarm(),
                clinic.failure(),
                clinic.cutShort(),
                clinic.storeProblem());
    }

    @Override
    public List<StoredExam> exams(int limit) {
        return store.book().latest(limit);
    }

    @Override
    public Optional<StoredExam> exam(ExamId examId) {
        return store.book().exam(examId);
    }

    @Override
    public List<StoredExam> search(HistoryQuery query, int limit) {
        return store.book().search(query.from(), query.to(), started -> query.fits(started.patient()), limit);
    }

    @Override
    public Optional<Strip> strip(ExamId examId) {
        return store.book().strip(examId);
    }

    @Override
    public boolean confirm(ExamId examId, ClinicDeed deed) {
        boolean stored =
                store.spool().confirm(examId, signed(deed), clock.instant()).isPresent();
        uplink.wake();
        watchers.changed();
        return stored;
    }

    private ClinicDeed signed(ClinicDeed deed) {
        return deed.by().isBlank() ? new ClinicDeed(deed.action(), settings.operator(), deed.words()) : deed;
    }

    @Override
    public boolean identify(ExamId examId, Patient patient, String by) {
        Optional<Patient> before =
                store.book().exam(examId).map(exam -> exam.started().patient());
        String who = by.isBlank() ? settings.operator() : by;
        boolean stored = store.spool().identify(examId, patient, who, clock.instant());
        if (stored && before.filter(known -> readAlike(known, patient)).isEmpty()) {
            clinic.identified(examId);
        }
        uplink.wake();
        watchers.changed();
        return stored;
    }

    /** What else is known of a patient changes no reading of this computer. */
    private static boolean readAlike(Patient one, Patient other) {
        return one.sex() == other.sex() && one.ageYears().equals(other.ageYears());
    }

    @Override
    public CardReading readCard(String code) {
        return cards.read(code);
    }

    @Override
    public PageSettings settings() {
        return new PageSettings(
                settings.recordingSeconds(),
                settings.cardReader().isPresent(),
                settings.clinicPhone(),
                settings.centrePhone(),
                settings.protocol());
    }

    @Override
    public void preview(boolean wanted) {
        clinic.preview(wanted);
    }

    @Override
    public void retry(ExamId examId) {
        store.spool().retry(examId);
        uplink.wake();
        watchers.changed();
    }

    @Override
    public Watching watch(DeskWatcher watcher) {
        return watchers.add(watcher);
    }

    @Override
    public void changed() {
        watchers.changed();
    }

    @Override
    public void heard(DownlinkMessage message) {
        watchers.changed();
    }

    @Override
    public void close() {
        updater.ifPresent(Updater::close);
        page.close();
        drop.ifPresent(DropWatch::close);
        clinic.close();
        link.close();
        uplink.close();
        store.close();
    }
}
