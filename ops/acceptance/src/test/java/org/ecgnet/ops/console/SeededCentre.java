package org.ecgnet.ops.console;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.hub.ReportRooms;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.ca.KeyFile;
import org.ecgnet.hub.console.ConsoleServer;
import org.ecgnet.hub.console.ConsoleServices;
import org.ecgnet.hub.console.ConsoleSettings;
import org.ecgnet.hub.console.TlsKey;
import org.ecgnet.hub.console.delivery.DeliveryRoutes;
import org.ecgnet.hub.console.delivery.SignatureRoutes;
import org.ecgnet.hub.console.dispatch.DispatchRoutes;
import org.ecgnet.hub.console.dispatch.EcgLinkRoutes;
import org.ecgnet.hub.console.duty.DutyRoutes;
import org.ecgnet.hub.console.phone.PhoneRoutes;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.worklist.CallBackRoutes;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.delivery.ReplayDesk;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchDesk;
import org.ecgnet.hub.dispatch.DispatchEvents;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchSettings;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.dispatch.EcgLinks;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.duty.ConsoleWatch;
import org.ecgnet.hub.duty.DutyDesk;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.AccountBook;
import org.ecgnet.hub.identity.LoginThrottle;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.identity.SecondFactors;
import org.ecgnet.hub.identity.SessionPolicy;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.paging.Step;
import org.ecgnet.hub.paging.channel.webhook.CloudEvent;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.paging.run.Attempt;
import org.ecgnet.hub.paging.run.Content;
import org.ecgnet.hub.paging.run.Delivery;
import org.ecgnet.hub.paging.run.DeliveryRepository;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportSettings;
import org.ecgnet.hub.report.Sealer;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;
import org.ecgnet.hub.store.jdbc.JdbcDatabase;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;
import org.ecgnet.hub.worklist.WorklistSettings;
import org.ecgnet.hub.worklist.callback.CallBackDesk;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;

/** A console over a real database, with exams put straight into it and read by the real engine. */
final class SeededCentre implements AutoCloseable {

    static final String ACCOUNT = "li.wei";
    static final String DOCTOR = "李医生";
    static final String OTHER = "liu.fang";
    static final String OTHER_DOCTOR = "刘主任";
    static final String PASSWORD = "a password of this test";

    static final String DISPATCHER = "zhao.ting";
    static final String TECHNICIAN = "sun.tao";
    static final String ADMINISTRATOR = "chen.jie";
    static final EcgLinks ECG_LINKS = new EcgLinks(
            "https://localhost/ecg.html#{token}",
            Duration.ofHours(4),
            List.of(WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));

    private static final ClinicDirectory CLINICS = new ClinicDirectory(List.of(new Clinic(
            new SiteCode("dagou-01"),
            "大沟村卫生室",
            "临河县大沟镇大沟村 3 组 18 号, 村委会对面, 红色铁门",
            "0912-555-0101",
            Optional.of(new Clinic.Position(33.12, 108.27)))));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HubEvents events = new HubEvents();
    private final EmbeddedPostgres postgres;
    private final JdbcDatabase database;
    private final ConsoleServer console;
    private final DutyRooms duty;
    private final AccountBook accounts;
    private final ArrivingExams exams;

    SeededCentre(Path folder) {
        this(folder, ReportPolicy.DEFAULT);
    }

    /** @param reports the county's choices about reports */
    SeededCentre(Path folder, ReportPolicy reports) {
        postgres = EmbeddedPostgres.start(Path.of("target", "postgres-programs"), folder.resolve("postgres"), PATIENCE);
        var address = new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
        database = JdbcDatabase.open(address, 8, PATIENCE);
        exams = new ArrivingExams(database, events);
        var random = new SecureRandom();
        var quick = new PasswordHasher(64, 1, random);
        accounts = new AccountBook(database, quick);
        accounts.add(ACCOUNT, DOCTOR, PASSWORD.toCharArray(), Set.of(Role.CARDIOLOGIST), "test", Instant.now());
        accounts.add(OTHER, OTHER_DOCTOR, PASSWORD.toCharArray(), Set.of(Role.CARDIOLOGIST), "test", Instant.now());
        ReportRooms rooms = ReportRooms.of(
                new ReportSettings(reports, Sealer.DIGEST_ONLY, "临河县心电中心", fonts()),
                new ClinicDirectory(List.of()),
                database,
                events);
        duty = new DutyRooms(database, events);
        Path authority = folder.resolve("ca");
        CountyAuthority.init(authority, List.of(), Instant.now());
        var key = new KeyFile(authority.resolve("hub-server.p12"));
        accounts.add(DISPATCHER, "调度员婷", PASSWORD.toCharArray(), Set.of(Role.DISPATCHER), "test", Instant.now());
        accounts.add(TECHNICIAN, "孙技师", PASSWORD.toCharArray(), Set.of(Role.TECHNICIAN), "test", Instant.now());
        accounts.add(ADMINISTRATOR, "陈工", PASSWORD.toCharArray(), Set.of(Role.ADMINISTRATOR), "test", Instant.now());
        console = ConsoleServer.start(
                new ConsoleSettings("127.0.0.1", 0, SessionPolicy.DEFAULT, Optional.empty()),
                new TlsKey(key.path(), key.password()),
                new ConsoleServices(
                        database,
                        events,
                        new SignIn(
                                database,
                                quick,
                                LoginThrottle.DEFAULT,
                                SessionPolicy.DEFAULT,
                                SecondFactors.passing(new SecureRandom()),
                                random),
                        new CriticalDesk(database, events, CasePolicy.DEFAULT),
                        WorklistSettings.DEFAULT,
                        Optional.empty(),
                        reports,
                        Stream.of(rooms.routes(), moreRoutes(), duty.routes())
                                .flatMap(List::stream)
                                .toList(),
                        Clock.systemUTC()));
    }

    /** An account of a clinic's staff; the clinic must have sent something. */
    void staff(String name, String displayName, SiteCode site) {
        accounts.add(
                name,
                displayName,
                PASSWORD.toCharArray(),
                Set.of(Role.SITE_STAFF),
                Set.of(site),
                "test",
                Instant.now());
    }

    /** Paging, roster and duty. */
    DutyRooms duty() {
        return duty;
    }

    HubEvents events() {
        return events;
    }

    /** The fonts that Debian's packages have. */
    private static List<Path> fonts() {
        return List.of(
                Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
                Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));
    }

    private List<Routes.Maker> moreRoutes() {
        var desk = new DispatchDesk(database, events);
        var settings = new DispatchSettings(ECG_LINKS, "0912-120", Optional.of(new Clinic.Position(33.05, 108.17)));
        return List.of(
                parts -> new DispatchRoutes(parts, desk, settings, CLINICS),
                parts -> new EcgLinkRoutes(parts, ECG_LINKS, CLINICS),
                parts -> new DeliveryRoutes(parts, new ReplayDesk(database, events, Set.of("120")), Set.of("120")),
                parts -> new SignatureRoutes(parts, Map.of("dispatch", ECG_LINKS.secrets())),
                parts -> new PhoneRoutes(parts, new CriticalDesk(database, events, CasePolicy.DEFAULT), CLINICS),
                parts -> new CallBackRoutes(parts, new CallBackDesk(database, events), CLINICS),
                parts -> new DutyRoutes(parts, new DutyDesk(database, new ConsoleWatch(Duration.ofSeconds(4)))));
    }

    private CriticalCase criticalCase(ExamId exam) {
        return new CriticalDesk(database, events, CasePolicy.DEFAULT)
                .ofExam(exam)
                .orElseThrow();
    }

    /** Where a page's link leads. */
    UUID caseOf(ExamId exam) {
        return criticalCase(exam).id();
    }

    /** Sentences that wait for the clinic's screen. */
    List<String> saidToTheClinic(SiteCode site) {
        return database
                .inTransaction(transaction ->
                        transaction.repository(DownlinkRepository.class).waiting(site))
                .stream()
                .map(DownlinkRepository.Waiting::message)
                .filter(DownlinkMessage.CentreMessage.class::isInstance)
                .map(message -> ((DownlinkMessage.CentreMessage) message).text())
                .toList();
    }

    /** A message to 120 that was tried once, answered with 404, and given up. */
    UUID deadDelivery(ExamId exam, String response) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        CriticalCase known = criticalCase(exam);
        var event = new CloudEvent(
                id.toString(),
                "urn:ecgnet:test",
                DispatchEvents.REQUESTED,
                "case/" + known.number(),
                now,
                Map.of("case", known.number()));
        var delivery = new Delivery(
                id,
                Optional.of(known.id()),
                1,
                "dispatch#1",
                Optional.empty(),
                "120",
                "120",
                new Content.ToDispatch(UUID.randomUUID(), event),
                now,
                0,
                0);
        var attempt = new Attempt(id, 1, now, Duration.ofMillis(37), "TryAgain", OptionalInt.of(404), response);
        database.transact(transaction -> {
            var deliveries = transaction.repository(DeliveryRepository.class);
            deliveries.plan(delivery);
            Delivery claimed = deliveries.claim("test", "120", now, now.plusSeconds(60), 100).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            deliveries.record(claimed, attempt, Delivery.State.DEAD, now);
        });
        return id;
    }

    /** Asks 120 for an ambulance, as the ladder does. */
    UUID requestAmbulance(ExamId exam) {
        UUID id = UUID.randomUUID();
        CriticalCase known = criticalCase(exam);
        database.transact(transaction -> transaction
                .repository(DispatchRepository.class)
                .add(new Dispatch(id, known.id(), 1, DispatchState.SENT, "ladder", Instant.now())));
        events.publish(new HubEvent.CaseChanged(known.id(), known.examId()));
        return id;
    }

    /** What a clinic says about an exam beside it, at once. */
    void say(ExamId exam, int seq, ClinicAction action, String words) {
        Instant now = Instant.now();
        database.transact(transaction -> transaction
                .repository(IntakeRepository.class)
                .addConfirmation(new ClinicConfirmed(exam, seq, action, "周护士", now, words), now));
        events.publish(new HubEvent.ClinicConfirmed(exam, OpenConsole.DAGOU));
    }

    /** The ladder's rung that asks the centre to telephone. */
    void askForTheTelephone(ExamId exam) {
        CriticalCase known = criticalCase(exam);
        var rung = CountyLadder.of(LadderTimes.DEFAULT).rungs().stream()
                .filter(one -> one.name().equals("dispatch-script"))
                .findFirst()
                .orElseThrow();
        database.transact(transaction ->
                transaction.repository(PageRepository.class).take(known.id(), new Step(rung, 1, 1), Instant.now()));
        events.publish(new HubEvent.CaseChanged(known.id(), known.examId()));
    }

    String url() {
        return "https://localhost:" + console.port() + "/";
    }

    /** An exam that has arrived whole and was read, with its case when it is red; consoles are told. */
    ExamId add(Recording recording, Patient patient, Symptoms symptoms, SiteCode site) {
        return exams.add(recording, patient, symptoms, site);
    }

    /** Exams that come in piece by piece. */
    ArrivingExams exams() {
        return exams;
    }

    /** How often the audit says that an exam was opened. */
    long opened(ExamId exam) {
        return database
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam))
                .stream()
                .filter(entry -> entry.event().action() == AuditAction.EXAM_OPENED)
                .count();
    }

    @Override
    public void close() {
        console.close();
        duty.close();
        database.close();
        postgres.close();
    }
}
