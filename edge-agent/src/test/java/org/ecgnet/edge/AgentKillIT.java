package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The agent as a program of its own, killed while it records. */
class AgentKillIT {

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    @Test
    void killedWhileRecordingItEndsTheExamAtTheNextStartAndLosesNoChunk() throws Exception {
        rig.connectHub();
        SimulatedLine line = rig.unit(Scenario.NORMAL, "");
        Process first = program();
        ExamId exam = startByHttp(readyPage(first));
        await().atMost(AgentRig.LONG).until(() -> rig.hub().of(exam).size() >= 4);

        first.toHandle().destroyForcibly();
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        int received = rig.hub().of(exam).size();
        List<int[]> sent = line.sent();

        readyPage(program());
        assertThat(rig.copy().ended(exam).reason()).isEqualTo(EndReason.POWER_LOST);
        assertThat(rig.copy().ended(exam).chunks()).isGreaterThanOrEqualTo(received - 1);
        rig.copy().expectSent(exam, sent, rig.copy().ended(exam).samples());
    }

    private Process program() throws IOException {
        Path config = rig.folder().resolve("edge.conf");
        Files.writeString(config, rig.settings(""));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EdgeAgent.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectError(rig.folder().resolve("edge.log").toFile())
                .start();
        rig.closing(process::destroyForcibly);
        return process;
    }

    private static String readyPage(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).matches("\\{\"event\":\"ready\",\"page\":\"http://127\\.0\\.0\\.1:\\d+\"}");
        return line.replaceAll(".*\"page\":\"([^\"]+)\".*", "$1");
    }

    private static ExamId startByHttp(String page) {
        HttpClient client = HttpClient.newHttpClient();
        AtomicReference<Optional<ExamId>> started = new AtomicReference<>(Optional.empty());
        await().atMost(AgentRig.LONG).until(() -> {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(page + "/api/recording/start"))
                            .header("X-ECG-Clinic", "test")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"seconds\":60}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                started.set(Optional.of(ExamId.parse(answer.body().replaceAll(".*\"examId\":\"([^\"]+)\".*", "$1"))));
            }
            return answer.statusCode() == 200;
        });
        return started.get().orElseThrow();
    }
}
