package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ecgnet.settings.SettingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EdgeSettingsIT {

    @TempDir
    private Path folder;

    private String enough = "";

    @BeforeEach
    void files() throws IOException {
        Path store = Files.createFile(folder.resolve("any.p12"));
        enough =
                """
                site = dagou
                unit.port = "/dev/ttyUSB0"
                hub { keystore = "%s", truststore = "%s", keystore-password = "hidden-word" }
                """
                        .formatted(store, store);
    }

    private EdgeSettings read(String more) {
        return EdgeSettings.of(ConfigFactory.parseString(enough + more));
    }

    @Test
    void theDefaultsAreEnoughBesidesSitePortAndCertificates() {
        EdgeSettings settings = read("");

        assertThat(settings.site().value()).isEqualTo("dagou");
        assertThat(settings.recordingSeconds()).isEqualTo(10);
        assertThat(settings.link().ports()).containsExactly("/dev/ttyUSB0");
        assertThat(settings.store().keyFile().getFileName()).hasToString("store.key");
        assertThat(settings.hub().port()).isEqualTo(8883);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unit.bauds = 9600          | unit.baud",
                "recording.second = 5       | recording.seconds",
                "recording.seconds = 0      | recording.seconds",
                "site = \"Da Gou\"          | site",
                "unit.model = referense     | reference",
                "unit.port = \"\"           | unit.port",
                "unit.model = healthypi-v4, unit.leads = [II] | gain: not set",
                "unit.model = openbci-cyton, unit.gain = 24   | leads: 0 channels",
                "unit.leads = [X9]         | leads: 'X9'",
                "hub.port = 99999           | hub.port",
                "hub.heartbeat = soon       | hub.heartbeat",
                "hub.keystore = \"/no/such\"| hub.keystore",
                "store.disk-limit = 1KiB    | disk-limit",
                "triage.profile = WRONG     | triage.profile"
            })
    void aWrongKeyOrValueIsNamedWithWhatIsExpected(String wrong, String named) {
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(named);
    }

    @Test
    void theRuleProfileMayBeACountysOwnFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("county.conf"),
                "name = COUNTY\nversion = \"1\"\nlimits.R09.slow { value = 38, source = \"own\" }\n");

        assertThat(read("triage.profile = \"" + file + "\"").profile().value("R09.slow"))
                .isEqualTo(38);
    }

    @Test
    void aPasswordMayStandInAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "from-file\n");

        assertThat(read("hub.keystore-password-file = \"" + secret + "\"").hub().keyStorePassword())
                .isEqualTo("from-file");
    }

    @Test
    void settingsNeverShowTheirPassword() {
        assertThat(read("").toString()).doesNotContain("hidden-word");
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                EdgeAgent.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    @Test
    void configPrintsEverySettingAndNoSecret() throws IOException {
        Path file = Files.writeString(folder.resolve("edge.conf"), enough);

        Run run = run("config", "--config", file.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("heartbeat", "disk-limit", "***").doesNotContain("hidden-word");
    }

    @Test
    void aBadFileEndsWithTheUsageCodeAndOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("edge.conf"), enough + "colour = red\n");

        Run run = run("run", "--config", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("edge-agent: unknown setting 'colour'");
        assertThat(run("run", "--config", folder.resolve("none").toString()).err())
                .contains("is not there");
    }

    @Test
    void everyCommandHasHelpAndTheProgramAVersion() {
        for (String command : Arrays.asList("run", "config", "ports", "devices")) {
            assertThat(run(command, "--help").out()).contains("Usage: edge-agent " + command);
        }
        assertThat(run("--version").out()).startsWith("edge-agent ");
    }
}
