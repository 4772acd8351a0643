package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.HubServer;
import org.ecgnet.hub.HubSettings;
import org.ecgnet.hub.console.StaffAddresses.Is;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.identity.AccountBook;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A nurse of one clinic at every address that a whole hub answers, with another clinic's red exam. Whoever adds an
 * address must say here what site staff may do there.
 */
class SiteStaffIT {

    private static final Map<String, Is> ADDRESSES = StaffAddresses.all();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path folder;

    private static final String PASSWORD = "correct horse battery";
    private static final SiteCode OWN = new SiteCode("linhe-01");
    private static final SiteCode FOREIGN = new SiteCode("dagou-07");
    private static final SeededExams EXAMS = new SeededExams(DATABASE);

    private static HubServer hub;
    private static ConsoleClient nurse;
    private static ConsoleClient doctor;
    private static Red own;
    private static Red foreign;

    /** A red exam and its case. */
    private record Red(ExamId exam, CriticalCase known) {}

    @BeforeAll
    static void start() {
        String secrets = "[\"" + WebhookSecret.fresh(new SecureRandom()) + "\"]";
        hub = HubServer.start(
                HubSettings.parse(
                        """
                        hub.data-dir = "%s"
                        broker.port = 0
                        console { port = 0, key-store = "%s" }
                        database { kind = external, url = "%s", user = "%s", password = "%s" }
                        dispatch.callback-secrets = %s
                        paging.receipt-secrets = %s
                        """
                                .formatted(
                                        folder,
                                        keyStore(),
                                        DATABASE.address().url(),
                                        DATABASE.address().user(),
                                        DATABASE.address().password(),
                                        secrets,
                                        secrets)),
                Clock.systemUTC());
        // The same patient at both clinics, hours apart: earlier exams are where one leaks into the other.
        Instant now = Instant.now();
        foreign = red(FOREIGN, "欧阳外院", now.minusSeconds(7_200));
        own = red(OWN, "欧阳外院", now);
        var accounts = new AccountBook(DATABASE.database(), new PasswordHasher(64, 1, new SecureRandom()));
        accounts.add("nurse", "周护士", PASSWORD.toCharArray(), Set.of(Role.SITE_STAFF), Set.of(OWN), "test", now);
        accounts.add("doctor", "李医生", PASSWORD.toCharArray(), Set.of(Role.CARDIOLOGIST), "test", now);
        nurse = loggedIn("nurse");
        doctor = loggedIn("doctor");
    }

    private static String keyStore() {
        Path file = TestKeyStore.in(folder);
        org.assertj.core.api.Assertions.assertThatCode(() -> java.nio.file.Files.writeString(
                        file.resolveSibling(file.getFileName() + ".password"), TestKeyStore.PASSWORD))
                .doesNotThrowAnyException();
        return file.toString();
    }

    private static Red red(SiteCode site, String patient, Instant at) {
        ExamId exam = EXAMS.add(site, SeededExams.patient(patient), TriageLevel.RED, SeededExams.ramp(2_000), at);
        CriticalCase known = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(CaseRepository.class).ofExam(exam))
                .orElseThrow();
        return new Red(exam, known);
    }

    private static ConsoleClient loggedIn(String name) {
        var client =
                new ConsoleClient(URI.create(hub.consoleUrl().orElseThrow()).getPort());
        assertThat(client.login(name, PASSWORD).statusCode()).isEqualTo(200);
        return client;
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void everyAddressOfTheHubSaysWhatItIsToSiteStaff() {
        assertThat(hub.consoleAddresses().stream().filter(address -> address.contains(" /api/")))
                .containsExactlyInAnyOrderElementsOf(ADDRESSES.keySet());
    }

    @Test
    void anotherClinicsExamOrCaseIsOneThatNeverWas() {
        ExamId nobodys = ExamId.of(Instant.now(), 99, 99);
        for (Map.Entry<String, Is> address : of(Is.EXAM, Is.CASE)) {
            boolean exam = address.getValue() == Is.EXAM;
            String theirs =
                    exam ? foreign.exam().toString() : foreign.known().id().toString();
            HttpResponse<String> answer = ask(nurse, address.getKey(), theirs);
            HttpResponse<String> never = ask(
                    nurse,
                    address.getKey(),
                    exam ? nobodys.toString() : UUID.randomUUID().toString());

            assertThat(answer.statusCode()).as(address.getKey()).isEqualTo(404);
            assertThat(answer.body()).as(address.getKey()).isEqualTo(never.body());
            assertThat(never.statusCode()).isEqualTo(404);
            assertThat(ask(doctor, address.getKey(), theirs).statusCode())
                    .as("the same for a doctor: %s", address.getKey())
                    .isEqualTo(200);
            assertThat(ask(
                                    nurse,
                                    address.getKey(),
                                    exam
                                            ? own.exam().toString()
                                            : own.known().id().toString())
                            .statusCode())
                    .as("their own: %s", address.getKey())
                    .isEqualTo(200);
        }
    }

    @Test
    void listsAndFiguresKnowNothingOfAnotherClinic() {
        for (Map.Entry<String, Is> address : of(Is.LIST)) {
            String answer = ask(nurse, address.getKey(), "").body();

            assertThat(answer)
                    .as(address.getKey())
                    .doesNotContain(foreign.exam().toString())
                    .doesNotContain(foreign.known().id().toString())
                    .doesNotContain(FOREIGN.value());
            assertThat(ask(nurse, address.getKey(), "").statusCode())
                    .as(address.getKey())
                    .isEqualTo(200);
        }
        for (String shown :
                List.of("GET /api/worklist", "POST /api/search", "GET /api/register", "GET /api/technical")) {
            assertThat(ask(nurse, shown, "").body()).as(shown).contains(OWN.value());
            assertThat(ask(doctor, shown, "").body()).as(shown).contains(FOREIGN.value());
        }
        assertThat(ask(nurse, "GET /api/exams/:id/earlier", own.exam().toString())
                        .body())
                .doesNotContain(foreign.exam().toString());
        assertThat(ask(doctor, "GET /api/exams/:id/earlier", own.exam().toString())
                        .body())
                .contains(foreign.exam().toString());
        assertThat(nurse.json("/api/register?number=" + foreign.known().number())
                        .getJsonArray("lines"))
                .isEmpty();
    }

    /** Whoever asks: an opened exam, a signed report and a file that names are asked for alone have them. */
    @Test
    void noListOrFileOfAWholeHubTellsAPatientsNameOrNumber() {
        String identity = SeededExams.patient("欧阳外院").identityNumber().orElseThrow();
        var accounts = new AccountBook(DATABASE.database(), new PasswordHasher(64, 1, new SecureRandom()));
        for (Role role : List.of(Role.DISPATCHER, Role.ADMINISTRATOR, Role.AUDITOR, Role.TECHNICIAN)) {
            String name = "of-" + role.ordinal();
            accounts.add(name, "某人", PASSWORD.toCharArray(), Set.of(role), "test", Instant.now());
            tellNothing(loggedIn(name), identity);
        }
        tellNothing(doctor, identity);
        tellNothing(nurse, identity);
        assertThat(doctor.get("/api/register-csv?names=1&" + span()).body()).contains("欧阳外院");
    }

    private static void tellNothing(ConsoleClient client, String identity) {
        for (String address : ADDRESSES.keySet()) {
            if (address.startsWith("GET") && !address.contains(":") && !address.endsWith("events")) {
                assertThat(ask(client, address, "").body())
                        .as(address)
                        .doesNotContain("欧阳外院")
                        .doesNotContain(identity);
            }
        }
    }

    @Test
    void whatIsNotForThemIsRefusedBeforeItIsLookedFor() {
        for (Map.Entry<String, Is> address : of(Is.CLOSED)) {
            String theirs = address.getKey().contains("/exams/")
                    ? foreign.exam().toString()
                    : foreign.known().id().toString();
            HttpResponse<String> answer = ask(nurse, address.getKey(), theirs);

            assertThat(answer.statusCode()).as(address.getKey()).isEqualTo(403);
            assertThat(answer.body())
                    .as(address.getKey())
                    .isEqualTo(ask(nurse, address.getKey(), UUID.randomUUID().toString())
                            .body());
        }
        assertThat(ask(nurse, "POST /api/exams/:id/claim", own.exam().toString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(nurse.get("/api/register-csv?names=1&" + span()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theStreamTellsThemOfTheirClinicsOnlyAndNeverAsksWhetherTheyAreThere() {
        HttpResponse<java.util.stream.Stream<String>> answer = nurse.lines("/api/events");
        Iterator<String> lines = answer.body().iterator();
        assertThat(lines.next()).startsWith("retry");
        hub.events().publish(new HubEvent.ReadingMade(foreign.exam(), FOREIGN, TriageLevel.RED));
        hub.events().publish(new HubEvent.CaseChanged(foreign.known().id(), foreign.exam()));
        hub.events().publish(new HubEvent.ChunkStored(foreign.exam(), 3));
        hub.events().publish(new HubEvent.SiteChanged(FOREIGN));
        hub.events().publish(new HubEvent.ConsolesAsked());
        hub.events().publish(new HubEvent.ReadingMade(own.exam(), OWN, TriageLevel.RED));

        var said = new StringBuilder();
        while (said.indexOf(own.exam().toString()) < 0) {
            said.append(lines.next()).append('\n');
        }
        assertThat(said.toString())
                .contains("event: reading")
                .doesNotContain(foreign.exam().toString())
                .doesNotContain(FOREIGN.value())
                .doesNotContain("duty");
    }

    @Test
    void anAccountOfAnUnknownSiteOrWithASecondRoleIsNotMade() {
        var accounts = new AccountBook(DATABASE.database(), new PasswordHasher(64, 1, new SecureRandom()));

        assertThatThrownBy(() -> add(accounts, Set.of(Role.SITE_STAFF), Set.of(new SiteCode("linhe-10"))))
                .hasMessageContaining("[linhe-10] unknown");
        assertThatThrownBy(() -> add(accounts, EnumSet.of(Role.SITE_STAFF, Role.CARDIOLOGIST), Set.of(OWN)))
                .hasMessageContaining("stands alone");
        assertThatThrownBy(() -> add(accounts, Set.of(Role.SITE_STAFF), Set.of()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> add(accounts, Set.of(Role.CARDIOLOGIST), Set.of(OWN)))
                .hasMessageContaining("none but for SITE_STAFF");
        assertThat(add(accounts, Set.of(Role.SITE_STAFF), Set.of(OWN, FOREIGN))).isTrue();
    }

    private static boolean add(AccountBook accounts, Set<Role> roles, Set<SiteCode> sites) {
        return accounts.add("township", "镇卫生院", PASSWORD.toCharArray(), roles, sites, "test", Instant.now());
    }

    private static List<Map.Entry<String, Is>> of(Is... kinds) {
        return ADDRESSES.entrySet().stream()
                .filter(entry -> List.of(kinds).contains(entry.getValue()))
                .toList();
    }

    private static HttpResponse<String> ask(ConsoleClient client, String address, String id) {
        String[] parts = address.split(" ");
        String path = parts[1].replaceAll(":\\w+", id.isEmpty() ? "x" : id);
        return parts[0].equals("GET")
                ? client.get(path + (path.contains("paper") ? "" : "?" + span()))
                : client.post(path, new JsonObject().encode());
    }

    private static String span() {
        return "from=" + Instant.now().minusSeconds(86_400) + "&to="
                + Instant.now().plusSeconds(60);
    }
}
