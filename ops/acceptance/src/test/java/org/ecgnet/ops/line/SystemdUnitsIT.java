package org.ecgnet.ops.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgnet.ops.program.Programs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units that operators install are what systemd takes, with the programs' real command lines. */
class SystemdUnitsIT {

    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ecg-hub", "ecg-edge-agent"})
    void systemdFindsNothingWrong(String name) throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "SKIPPED: no systemd-analyze, the systemd units are not checked");
        String unit = unit(name);
        Path copy = folder.resolve(name + ".service");
        // the program is not installed here; everything else is as it is shipped
        Files.writeString(copy, unit.replaceAll("(?m)^ExecStart=.*$", "ExecStart=/bin/true"));
        Process analyze = new ProcessBuilder(ANALYZE.toString(), "verify", copy.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(analyze.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(analyze.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains(name))).isEmpty();
        assertThat(unit).contains("Restart=always").contains("StartLimitIntervalSec=0");
    }

    private static String unit(String name) throws IOException {
        return Files.readString(Programs.built().root().resolve("ops/deploy/systemd/" + name + ".service"));
    }
}
