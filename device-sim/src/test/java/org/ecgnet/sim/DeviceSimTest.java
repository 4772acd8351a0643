package org.ecgnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeviceSimTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void scenariosListsEveryOne() {
        assertThat(run("scenarios")).isZero();
        assertThat(out.toString().lines()).hasSize(Scenario.values().length);
    }

    @Test
    void settingsPrintedCanBeReadBack() throws Exception {
        assertThat(run("settings")).isZero();
        Path file = Files.writeString(folder.resolve("all.conf"), out.toString());

        assertThat(run("--config", file.toString(), "scenarios")).isZero();
    }

    @Test
    void anUnknownSettingIsRefusedWithTheNearest() throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.conf"), "reference { bauds = 9600 }");

        assertThat(run("--config", file.toString(), "play")).isEqualTo(2);
        assertThat(err).asString().contains("unknown setting 'reference.bauds'", "did you mean 'reference.baud'?");
    }

    @Test
    void aMistypedScenarioIsRefusedWithTheNearest() {
        assertThat(run("play", "--scenario", "anterior-stem")).isEqualTo(2);
        assertThat(err).asString().contains("did you mean 'anterior-stemi'?");
    }

    @Test
    void aRecordThatIsNotThereIsAFailureThatNamesIt() {
        assertThat(run("play", "--record", folder.resolve("none.hea").toString()))
                .isEqualTo(1);
        assertThat(err).asString().contains("none.hea");
    }

    @Test
    void scenarioAndRecordExcludeEachOther() {
        assertThat(run("play", "--scenario", "af", "--record", "x.hea")).isEqualTo(2);
    }

    private int run(String... arguments) {
        CommandLine line = DeviceSim.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
