package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecgnet.edge.doctor.Diagnosis.State.FAIL;
import static org.ecgnet.edge.doctor.Diagnosis.State.OK;
import static org.ecgnet.edge.doctor.Diagnosis.State.WARN;

import com.typesafe.config.ConfigFactory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.awaitility.Awaitility;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.edge.doctor.Diagnosis;
import org.ecgnet.edge.doctor.Diagnosis.State;
import org.ecgnet.edge.doctor.Diagnosis.Subject;
import org.ecgnet.edge.doctor.Doctor;
import org.ecgnet.edge.doctor.Installation;
import org.ecgnet.edge.uplink.Mosquitto;
import org.ecgnet.edge.uplink.TestCertificates;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Faults put into an installation in which all is well, one at a time: each is found and named with its remedy. */
class DoctorIT {

    @TempDir
    static Path shared;

    private static final SampleRate RATE = new SampleRate(500);
    private static final UnitModel AMPLIFIER = new UnitModel.Amplifier(
            UnitModel.Family.ADS129X_RAW,
            new UnitWiring(
                    UnitWiring.channels(List.of("I", "II", "V1", "V2", "V3", "V4", "V5", "V6")),
                    OptionalDouble.of(6),
                    OptionalDouble.of(2.4)),
            RATE,
            921_600);

    private static TestCertificates certificates;
    private static Mosquitto broker;

    @TempDir
    private Path folder;

    private String well = "";

    @BeforeAll
    static void hub() throws IOException, GeneralSecurityException {
        certificates = new TestCertificates(shared);
        broker = Mosquitto.prepare(shared, certificates);
        broker.start();
        certificates.client("dagou");
        certificates.client("liutang");
    }

    @AfterAll
    static void hubEnds() {
        broker.close();
    }

    @BeforeEach
    void installation() throws IOException {
        int free;
        try (var probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        well =
                """
                site = dagou
                unit { port = "%s", silent-for = 2s }
                store { dir = "%s", leave-free = 1MiB }
                page.port = %d
                hub { host = localhost, port = 9, keystore = "%s", keystore-password = changeit,
                      truststore = "%s", truststore-password = changeit }
                """
                        .formatted(
                                folder.resolve("tty"),
                                folder.resolve("store"),
                                free,
                                shared.resolve("dagou.p12"),
                                certificates.trustStore());
    }

    /** Only where the hub matters: a hub that trusts us is listened to for seconds. */
    private static String atHub() {
        return "\nhub.port = " + broker.port() + "\n";
    }

    private List<Diagnosis> examine(String fault) {
        return examine(fault, Instant.now());
    }

    private List<Diagnosis> examine(String fault, Instant now) {
        EdgeSettings settings = EdgeSettings.of(ConfigFactory.parseString(well + fault));
        return Doctor.examine(
                new Installation(
                        settings.site(),
                        settings.link(),
                        settings.capture(),
                        settings.store(),
                        settings.hub(),
                        settings.pagePort()),
                now);
    }

    private SimulatedLine unit(UnitModel model) {
        SimulatedLine line = SimulatedLine.open(
                folder.resolve("tty"), model, () -> new HeartSource(Scenario.NORMAL, 1, RATE, Lead.STANDARD_12), "");
        Awaitility.await("the virtual port").until(() -> Files.exists(line.port()));
        return line;
    }

    /** A store as an agent leaves it. */
    private Path store() throws IOException {
        Path store = Files.createDirectories(folder.resolve("store"));
        Files.writeString(store.resolve("clinic.db"), "SQLite format 3\0 and so on");
        Files.writeString(
                Files.createFile(
                        store.resolve("store.key"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                "0f".repeat(32));
        return store;
    }

    private static void assertFound(List<Diagnosis> found, State state, Subject subject, String words) {
        assertThat(found).anySatisfy(one -> {
            assertThat(one.state()).isEqualTo(state);
            assertThat(one.subject()).isEqualTo(subject);
            assertThat(one.found()).contains(words);
            assertThat(one.fix()).isNotBlank();
        });
    }

    @Test
    void whereAllIsWellNothingIsToBeDone() throws IOException {
        store();
        try (SimulatedLine unit = unit(SimulatedLine.REFERENCE)) {
            List<Diagnosis> found = examine(atHub());

            assertThat(unit.port()).exists();
            assertThat(found)
                    .extracting(Diagnosis::subject)
                    .containsExactly(
                            Subject.AGENT,
                            Subject.DISK,
                            Subject.STORE,
                            Subject.CLOCK,
                            Subject.PORT,
                            Subject.UNIT,
                            Subject.CERTIFICATE,
                            Subject.HUB);
            assertThat(found)
                    .filteredOn(one -> one.subject() != Subject.CERTIFICATE) // a test's is of one day
                    .allSatisfy(one -> assertThat(one.state()).as(one.found()).isEqualTo(OK));
        }
    }

    @Test
    void aPortThatIsNotThere() {
        assertFound(examine(""), FAIL, Subject.PORT, "tty");
    }

    @Test
    void aUnitThatSaysNothing() {
        try (SimulatedLine unit = unit(SimulatedLine.REFERENCE)) {
            assertThat(unit.port()).exists();
            // asks in a language that the unit does not know, and hears nothing
            assertFound(examine("unit.model = usb-box-12"), FAIL, Subject.UNIT, "nothing is heard");
        }
    }

    @Test
    void aUnitOfAnotherLanguage() {
        try (SimulatedLine unit = unit(AMPLIFIER)) { // streams unasked
            assertThat(unit.port()).exists();
            assertFound(examine(""), FAIL, Subject.UNIT, "none of which speaks reference");
        }
    }

    @Test
    void aFolderThatCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        assertFound(
                examine("store.dir = \"" + folder.resolve("file/store") + "\""), FAIL, Subject.STORE, "is in the way");
    }

    @Test
    void aDiskThatIsNearlyFull() {
        assertFound(examine("store.leave-free = 900TiB"), FAIL, Subject.DISK, "only emergencies");
    }

    @Test
    void aStoreWhoseKeyIsGone() throws IOException {
        Files.delete(store().resolve("store.key"));
        assertFound(examine(""), FAIL, Subject.STORE, "missing");
    }

    @Test
    void aStoreWhoseKeyIsDamaged() throws IOException {
        Files.writeString(store().resolve("store.key"), "0f0f");
        assertFound(examine(""), FAIL, Subject.STORE, "damaged");
    }

    @Test
    void aKeyThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(store().resolve("store.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertFound(examine(""), WARN, Subject.STORE, "others on this computer");
    }

    @Test
    void aDamagedStore() throws IOException {
        Files.writeString(store().resolve("clinic.db"), "garbage");
        assertFound(examine(""), FAIL, Subject.STORE, "is damaged");
    }

    @Test
    void aClockThatWasSetBack() throws IOException {
        Files.setLastModifiedTime(
                store().resolve("clinic.db"), FileTime.from(Instant.now().plus(Duration.ofHours(3))));
        assertFound(examine(""), FAIL, Subject.CLOCK, "by this computer");
    }

    @Test
    void aCertificateThatHasExpiredOrSoonWillOrIsNotYetGood() {
        Instant now = Instant.now();
        assertFound(examine("", now.plus(Duration.ofDays(2))), FAIL, Subject.CERTIFICATE, "expired");
        assertFound(examine("", now), WARN, Subject.CERTIFICATE, "expires on");
        assertFound(examine("", now.minus(Duration.ofDays(2))), FAIL, Subject.CERTIFICATE, "good from");
    }

    @Test
    void aCertificateOfAnotherSite() {
        assertFound(
                examine("hub.keystore = \"" + shared.resolve("liutang.p12") + "\""),
                FAIL,
                Subject.CERTIFICATE,
                "of site 'liutang'");
    }

    @Test
    void aWrongPassword() {
        assertFound(examine("hub.keystore-password = wrong"), FAIL, Subject.CERTIFICATE, "does not open");
    }

    @Test
    void aHubWithoutAName() {
        assertFound(examine("hub.host = \"no-such-hub.invalid\""), FAIL, Subject.HUB, "no computer named");
    }

    @Test
    void aHubThatDoesNotAnswer() throws IOException {
        int closed;
        try (var probe = new ServerSocket(0)) {
            closed = probe.getLocalPort();
        }
        assertFound(examine("hub.port = " + closed), FAIL, Subject.HUB, "does not answer");
    }

    @Test
    void aHubOfAnotherCounty() throws IOException, GeneralSecurityException {
        var others = new TestCertificates(Files.createDirectories(folder.resolve("other")));
        assertFound(
                examine(atHub() + "hub.truststore = \"" + others.trustStore() + "\""),
                FAIL,
                Subject.HUB,
                "is not the county's hub");
    }

    @Test
    void aSiteThatTheHubDoesNotKnow() throws IOException, GeneralSecurityException {
        var others = new TestCertificates(Files.createDirectories(folder.resolve("other")));
        assertFound(
                examine(atHub() + "hub.keystore = \"" + others.client("dagou") + "\""),
                FAIL,
                Subject.HUB,
                "does not take this site's certificate");
    }

    @Test
    void aPagePortThatAnotherProgramHas() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFound(examine("page.port = " + other.getLocalPort()), FAIL, Subject.AGENT, "another program");
        }
    }

    @Test
    void aRunningAgentAnswersForItsUnit() {
        try (SimulatedLine unit = unit(SimulatedLine.REFERENCE);
                Agent agent =
                        Agent.start(EdgeSettings.of(ConfigFactory.parseString(well)), "1.2.3", Clock.systemUTC())) {
            assertThat(unit.port()).exists();
            List<Diagnosis> found = examine("page.port = " + agent.pagePort());

            assertThat(found).anySatisfy(one -> assertThat(one.found()).contains("runs, version 1.2.3"));
            assertThat(found).extracting(Diagnosis::subject).doesNotContain(Subject.PORT);
        }
    }

    @Test
    void aWrongSettingIsNamedAndTheCommandFailsAsJsonToo() throws IOException {
        Path file = folder.resolve("edge-agent.conf");
        Files.writeString(file, well + "hub.hots = x");
        var out = new StringWriter();
        CommandLine line = EdgeAgent.commandLine().setOut(new PrintWriter(out, true));

        assertThat(line.execute("doctor", "--config", file.toString(), "--json"))
                .isEqualTo(1);
        JsonObject said = new JsonObject(out.toString());
        assertThat(said.getJsonArray("findings").getJsonObject(0).getString("subject"))
                .isEqualTo("SETTINGS");
        assertThat(said.encode()).contains("hub.host");
    }
}
