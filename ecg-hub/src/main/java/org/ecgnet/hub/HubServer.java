package org.ecgnet.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ecgnet.hub.archive.ArchivePress;
import org.ecgnet.hub.broker.EmbeddedBroker;
import org.ecgnet.hub.broker.RevocationList;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.ca.Enrolments;
import org.ecgnet.hub.ca.KeyFile;
import org.ecgnet.hub.console.site.EnrolmentRoutes;
import org.ecgnet.hub.console.site.ReleaseRoutes;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.dispatch.DispatchSettings;
import org.ecgnet.hub.downlink.DownlinkSender;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.intake.Intake;
import org.ecgnet.hub.intake.MqttAddress;
import org.ecgnet.hub.reading.Engine;
import org.ecgnet.hub.reading.ReadingDesk;
import org.ecgnet.hub.reading.ReadingFollowUp;
import org.ecgnet.hub.release.Shelf;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;
import org.ecgnet.hub.store.jdbc.JdbcDatabase;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;
import org.ecgnet.triage.Rehearsal;
import org.ecgnet.triage.Triage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole hub in one object: started in order, closed in the opposite one. */
public final class HubServer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(HubServer.class);

    private static final int REHEARSALS = 30;
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(15);

    private final HubSettings settings;
    private final Clock clock;
    private final HubEvents events = new HubEvents();
    private final Deque<Part> started = new ArrayDeque<>();
    private int mqttPort;
    private Optional<String> consoleUrl = Optional.empty();
    private List<String> addresses = List.of();

    private HubServer(HubSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when everything runs; what had started is closed again when a part does not. */
    public static HubServer start(HubSettings settings, Clock clock) {
        var server = new HubServer(settings, clock);
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void start() {
        folder(settings.dataFolder());
        Triage triage = new Triage(settings.profile());
        rehearse(triage);
        JdbcDatabase database = started(openDatabase(), JdbcDatabase::close);
        DispatchSettings dispatch =
                DispatchSettings.from(settings.all().group("dispatch"), settings.dataFolder(), new SecureRandom());
        CriticalLine critical = started(
                CriticalLine.start(database, events, settings.all(), dispatch.ecgLinks(), clock), CriticalLine::close);
        DutyLine duty = started(DutyLine.start(database, events, settings.all(), critical), DutyLine::close);
        List<ReadingFollowUp> followUps = List.of(critical.opener());

        ReadingDesk readings = started(
                new ReadingDesk(database, events, Engine.of(triage), settings.profile(), followUps, clock),
                ReadingDesk::close);
        MqttAddress broker = openBroker();
        Intake intake = started(
                new Intake(broker, settings.receiveMaximum(), database, events, readings, clock), Intake::close);
        DownlinkSender downlinks = started(new DownlinkSender(database, intake, events, clock), DownlinkSender::close);
        ReportRooms rooms = ReportRooms.of(settings.all(), database, events);
        CentreConsole console = started(
                CentreConsole.start(
                        settings.all(),
                        settings.dataFolder(),
                        settings.broker().authority(),
                        database,
                        events,
                        critical.desk(),
                        critical.callback(),
                        rooms.policy(),
                        Stream.of(
                                        duty.routes(),
                                        rooms.routes(),
                                        clinicRoutes(settings.dataFolder()),
                                        DispatchLine.routes(database, events, settings.all(), dispatch, critical))
                                .flatMap(List::stream)
                                .toList(),
                        clock),
                CentreConsole::close);
        consoleUrl = Optional.of(console.url());
        addresses = console.server().addresses();

        readings.resume();
        Duration denseAfter =
                settings.all().group("archive").duration("dense-after", Duration.ofHours(1), Duration.ofDays(3_650));
        started(new ArchivePress(database, denseAfter, clock), ArchivePress::close)
                .start();
        if (!intake.start(downlinks::connected, BROKER_PATIENCE)) {
            LOGGER.error("no connection to the broker yet; the hub goes on trying (runbook: broker)");
        }
    }

    private JdbcDatabase openDatabase() {
        HubSettings.Store store = settings.database();
        DatabaseAddress address = store.external().orElseGet(() -> {
            EmbeddedPostgres postgres = started(
                    EmbeddedPostgres.start(
                            settings.dataFolder().resolve("postgres-programs"),
                            settings.dataFolder().resolve("postgres"),
                            store.startWithin()),
                    EmbeddedPostgres::close);
            return new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
        });
        return JdbcDatabase.open(address, store.connections(), store.connectWithin());
    }

    private MqttAddress openBroker() {
        HubSettings.Broker broker = settings.broker();
        KeyFile client = new KeyFile(broker.authority().resolve("hub-client.p12"));
        if (broker.externalUrl().isPresent()) {
            return new MqttAddress(broker.externalUrl().get(), client, CountyAuthority.HUB);
        }
        if (!CountyAuthority.exists(broker.authority()) && !Files.exists(client.path())) {
            CountyAuthority.init(broker.authority(), broker.serverNames(), clock.instant());
            LOGGER.info("county certificate authority made in {}", broker.authority());
        }
        EmbeddedBroker embedded = started(
                EmbeddedBroker.start(
                        broker.host(),
                        broker.port(),
                        new KeyFile(broker.authority().resolve("hub-server.p12")),
                        new RevocationList(broker.authority()),
                        broker.maximumPacketBytes(),
                        settings.receiveMaximum(),
                        settings.dataFolder().resolve("broker")),
                EmbeddedBroker::close);
        mqttPort = embedded.port();
        return new MqttAddress("ssl://localhost:" + mqttPort, client, CountyAuthority.HUB);
    }

    /** While the database starts: the first red after a power cut must not wait for the engine to be compiled. */
    private static void rehearse(Triage triage) {
        Thread rehearsal = new Thread(
                () -> {
                    try {
                        Rehearsal.of(triage, REHEARSALS);
                    } catch (RuntimeException e) {
                        LOGGER.error("the engine fails on invented recordings: exams will be raised unread", e);
                    }
                },
                "rehearsal");
        rehearsal.setDaemon(true);
        rehearsal.start();
    }

    private static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder hub.data-dir " + folder, e);
        }
    }

    /** What clinics' computers ask for without an account. */
    private static List<Routes.Maker> clinicRoutes(Path dataFolder) {
        var enrolments = new Enrolments(dataFolder);
        var shelf = new Shelf(dataFolder.resolve("releases"));
        return List.of(parts -> new EnrolmentRoutes(parts, enrolments), parts -> new ReleaseRoutes(parts, shelf));
    }

    private <T> T started(T part, Consumer<T> closing) {
        started.push(new Part(part.getClass().getSimpleName(), () -> closing.accept(part)));
        return part;
    }

    /** Port of the embedded broker; 0 with an external one. */
    public int mqttPort() {
        return mqttPort;
    }

    /** Where the console is; empty when there is none. */
    public Optional<String> consoleUrl() {
        return consoleUrl;
    }

    /** What the console answers, see {@link org.ecgnet.hub.console.ConsoleServer#addresses()}. */
    public List<String> consoleAddresses() {
        return addresses;
    }

    /** What happens in this hub. */
    public HubEvents events() {
        return events;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            Part part = started.pop();
            try {
                part.closing().run();
            } catch (RuntimeException e) { // the others must still be closed
                LOGGER.warn("{} did not close cleanly", part.name(), e);
            }
        }
    }

    /** Something that runs. */
    private record Part(String name, Runnable closing) {}
}
