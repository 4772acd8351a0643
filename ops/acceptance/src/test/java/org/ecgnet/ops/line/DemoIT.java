package org.ecgnet.ops.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ops.county.FreePort;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.program.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ops/demo --once} as a newcomer runs it, on simulated hearts and on real recordings. */
class DemoIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void anInfarctionIsPagedAndReadBackAndANormalHeartIsNot() throws Exception {
        JsonNode exams = demo().path("exams");

        assertThat(exams).hasSize(3);
        assertThat(exams.at("/0/level").asText()).isNotEqualTo("RED");
        JsonNode infarction = exams.get(2);
        assertThat(infarction.path("level").asText()).isEqualTo("RED");
        assertThat(infarction.path("findings").toString()).contains("R11").contains("V2", "V3", "V4");
        assertThat(infarction.path("acknowledged").asBoolean()).isTrue();
        assertThat(exams.findValues("bitExact")).hasSize(3).allMatch(JsonNode::asBoolean);
        assertThat(exams).allSatisfy(exam -> assertThat(exam.path("wireBytes").asLong())
                .as("bytes of samples on the line")
                .isBetween(1L, exam.path("rawBytes").asLong() / 3));
    }

    /** A real 12-lead ventricular tachycardia of a man of 37, about 190 a minute (Chapman-Ningbo, CC BY 4.0). */
    @Test
    void aRealVentricularTachycardiaIsRedAndHardWithItsEvidence() throws Exception {
        JsonNode exam = demo("--record", recording("cinc2020_2021/JS45545.hea")).at("/exams/0");

        assertThat(exam.path("level").asText()).isEqualTo("RED");
        assertThat(exam.path("hard").asBoolean()).isTrue();
        assertThat(exam.path("findings").toString()).containsPattern("R05: .*18\\d/min, QRS \\d{3} ms \\(.*V\\d");
        assertThat(exam.path("samples").asInt()).isEqualTo(5000);
        assertThat(exam.path("bitExact").asBoolean()).isTrue();
    }

    /** A normal ECG of PTB-XL (CC BY 4.0). */
    @Test
    void aRealNormalHeartIsNotRed() throws Exception {
        JsonNode exam = demo("--record", recording("ptbxl/records500/00000/00003_hr.hea"))
                .at("/exams/0");

        assertThat(exam.path("level").asText()).isNotEqualTo("RED");
        assertThat(exam.path("samples").asInt()).isEqualTo(5000);
        assertThat(exam.path("bitExact").asBoolean()).isTrue();
    }

    /** The box sends eight leads of 12 bits: what it sent is what is stored. */
    @Test
    void theSecondUnitIsStoredAsItSent() throws Exception {
        JsonNode exams = demo("--unit", "usb-box-12").path("exams");

        assertThat(exams.findValues("bitExact")).hasSize(3).allMatch(JsonNode::asBoolean);
        assertThat(exams.at("/2/level").asText()).isEqualTo("RED");
    }

    @Test
    void yourOwnBrokerAndDatabaseDoAsWell() throws Exception {
        Optional<String> missing = ExternalServers.missing();
        assumeTrue(missing.isEmpty(), missing::orElseThrow);
        try (var servers = new ExternalServers(folder, Programs.built().root(), FreePort.choose(), FreePort.choose())) {
            servers.start();
            HubPlan.Parts parts = servers.parts();

            JsonNode exams = demo(
                            "--external",
                            "--ca",
                            parts.authority().orElseThrow().toString(),
                            "--broker",
                            parts.brokerUrl().orElseThrow(),
                            "--database",
                            parts.databaseUrl().orElseThrow())
                    .path("exams");

            assertThat(exams.findValues("bitExact")).hasSize(3).allMatch(JsonNode::asBoolean);
            assertThat(exams.at("/2/acknowledged").asBoolean()).isTrue();
        }
    }

    private static String recording(String name) {
        Path file = Path.of(System.getProperty("ecg.data", "")).resolve(name);
        assumeTrue(Files.isReadable(file), "SKIPPED: no real recordings: give their folder by -Decg.data=DIR");
        return file.toAbsolutePath().toString();
    }

    private JsonNode demo(String... arguments) throws IOException, InterruptedException {
        Path root = Programs.built().root();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Decg.root=" + root,
                "-jar",
                root.resolve("ops/acceptance/target/acceptance.jar").toString(),
                "--once",
                "--dir",
                folder.resolve("demo").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path timeline = folder.resolve("timeline");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(timeline.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends by itself").isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(out) + Files.readString(timeline))
                .isZero();
        JsonNode result = JSON.readTree(Files.readString(out));
        assertThat(result.path("ok").asBoolean()).isTrue();
        return result;
    }
}
