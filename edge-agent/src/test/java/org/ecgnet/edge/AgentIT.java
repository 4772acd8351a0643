package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.edge.page.StartOutcome;
import org.ecgnet.edge.page.StartRequest;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.uplink.FakeHub;
import org.ecgnet.edge.uplink.Mosquitto;
import org.ecgnet.edge.uplink.TestCertificates;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.SampleSource;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.device.WaveformSource;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole agent between a unit on a pseudo-terminal and a hub behind a real broker. */
class AgentIT {

    private static final SampleRate RATE = new SampleRate(500);
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private TestCertificates certificates;
    private Mosquitto broker;
    private FakeHub hub;

    @BeforeEach
    void prepare() throws Exception {
        certificates = new TestCertificates(folder);
        broker = Mosquitto.prepare(folder, certificates);
        open.add(broker);
        certificates.client("hub");
        certificates.client("dagou");
        hub = new FakeHub(
                EdgeSettings.of(ConfigFactory.parseString(settings("reference", "hub")))
                        .hub(),
                new SiteCode("dagou"));
        open.add(hub);
    }

    @AfterEach
    void close() throws Exception {
        for (int at = open.size() - 1; at >= 0; at--) {
            open.get(at).close();
        }
    }

    private String settings(String model, String certificate) {
        return """
                site = dagou
                unit { model = "%s", port = "%s", reopen-from = 50ms, reopen-to = 200ms, microvolts-per-count = 4.88 }
                recording { first-sample-within = 3s, silence-ends = 2s }
                store { dir = "%s" }
                page { port = 0 }
                hub {
                  port = %d, keystore = "%s", keystore-password = %s, truststore = "%s", truststore-password = %s
                  reconnect-from = 50ms, reconnect-to = 500ms, heartbeat = 1s, resend-after = 2s
                }
                """
                .formatted(
                        model,
                        port(),
                        folder.resolve("store"),
                        broker.port(),
                        folder.resolve(certificate + ".p12"),
                        TestCertificates.PASSWORD,
                        certificates.trustStore(),
                        TestCertificates.PASSWORD);
    }

    private Path port() {
        return folder.resolve("tty");
    }

    private SimulatedLine unit(UnitModel model, java.util.function.Supplier<SampleSource> source, String faults) {
        SimulatedLine line = SimulatedLine.open(port(), model, source, faults);
        open.add(line);
        return line;
    }

    private static SampleSource heart(Scenario scenario) {
        return new HeartSource(scenario, 3, RATE, Lead.STANDARD_12);
    }

    private Agent agent(String model) {
        Agent agent = Agent.start(
                EdgeSettings.of(ConfigFactory.parseString(settings(model, "dagou"))), "test", Clock.systemUTC());
        open.add(agent);
        await().atMost(LONG).until(() -> agent.state().unit().announced());
        return agent;
    }

    private static ExamId record(Agent agent, int seconds) {
        StartOutcome outcome = agent.start(
                        new StartRequest(Patient.UNKNOWN, Symptoms.NONE, "wang", OptionalInt.of(seconds), false, false))
                .toCompletableFuture()
                .join();
        assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
        return ((StartOutcome.Started) outcome).examId();
    }

    private static void awaitEnd(Agent agent, ExamId exam) {
        await().atMost(LONG)
                .until(() -> agent.exam(exam).flatMap(StoredExam::endedAt).isPresent());
    }

    private ExamEnded ended(ExamId exam) {
        await().atMost(LONG).until(() -> hub.of(exam).stream().anyMatch(ExamEnded.class::isInstance));
        List<OfExam> messages = hub.of(exam);
        ExamEnded ended = (ExamEnded) messages.get(messages.size() - 1);
        await().atMost(LONG).until(() -> hub.of(exam).size() == ended.seq() + 1);
        return ended;
    }

    private Recording recording(ExamId exam) {
        List<OfExam> messages = hub.of(exam);
        List<WaveChunk> chunks = messages.stream()
                .filter(WaveChunk.class::isInstance)
                .map(WaveChunk.class::cast)
                .toList();
        ExamStarted started = (ExamStarted) messages.get(0);
        assertThat(Reassembly.cutOff(started, chunks).sha256())
                .isEqualTo(ended(exam).sha256());
        return Reassembly.recording(started, chunks);
    }

    private static void expectSent(Recording recording, List<int[]> sent, int samples) {
        int[][] counts = recording.waveform().counts();
        assertThat(counts[0]).hasSize(samples);
        for (int n = 0; n < samples; n++) {
            for (int lead = 0; lead < counts.length; lead++) {
                assertThat(counts[lead][n]).isEqualTo(sent.get(n)[lead]);
            }
        }
    }

    @Test
    void aReplayedRecordingReachesTheHubExactAndWhole() throws Exception {
        broker.start();
        hub.connect();
        var played = Hearts.recording(Scenario.ANTERIOR_STEMI, 5, 10, RATE).recording();
        SimulatedLine line = unit(SimulatedLine.REFERENCE, () -> new WaveformSource(played.waveform()), "");
        Agent agent = agent("reference");

        ExamId exam = record(agent, 60);

        ExamEnded ended = ended(exam);
        assertThat(ended.samples()).isEqualTo(5000);
        assertThat(ended.reason()).isEqualTo(EndReason.COMPLETE);
        assertThat(recording(exam).waveform()).isEqualTo(played.waveform());
        expectSent(recording(exam), line.sent(), 5000);
        await().atMost(LONG)
                .until(() -> agent.exam(exam).orElseThrow().storedAt().isPresent());
    }

    @Test
    void theBoxIsRecordedToItsLength() throws Exception {
        broker.start();
        hub.connect();
        SimulatedLine line =
                unit(SimulatedLine.BOX, () -> new HeartSource(Scenario.NORMAL, 3, RATE, Lead.INDEPENDENT_8), "");
        Agent agent = agent("usb-box-12");

        ExamId exam = record(agent, 4);

        assertThat(ended(exam).samples()).isEqualTo(2000);
        assertThat(recording(exam).marks().gaps()).isEmpty();
        expectSent(recording(exam), line.sent(), 2000);
    }

    @Test
    void theColourIsThereSoonAfterTheEndWithTheLineDown() {
        unit(SimulatedLine.REFERENCE, () -> heart(Scenario.ANTERIOR_STEMI), "");
        Agent agent = agent("reference");

        ExamId exam = record(agent, 10);

        awaitEnd(agent, exam);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> agent.exam(exam).orElseThrow().localReading().isPresent());
        StoredExam stored = agent.exam(exam).orElseThrow();
        System.out.printf(
                "offline result %d ms after the end%n",
                Duration.between(
                                stored.endedAt().orElseThrow(),
                                stored.localReading().orElseThrow().at())
                        .toMillis());
        assertThat(stored.localReading().orElseThrow().value().reader()).isEmpty();
        assertThat(agent.state().hub().connected()).isFalse();
        assertThat(agent.state().backlog().messages()).isEqualTo(12);
    }

    @Test
    void anUnplugKeepsWhatWasRecordedAndTheNextRecordingWorks() throws Exception {
        broker.start();
        hub.connect();
        SimulatedLine line = unit(SimulatedLine.REFERENCE, () -> heart(Scenario.NORMAL), "unplug@8s,replug@9s");
        Agent agent = agent("reference");

        ExamId cut = record(agent, 60);

        assertThat(ended(cut).reason()).isEqualTo(EndReason.UNIT_LOST);
        assertThat(ended(cut).samples()).isBetween(500, 8 * 500);
        expectSent(recording(cut), line.sent(), ended(cut).samples());

        await().atMost(LONG).until(() -> agent.state().unit().announced());
        ExamId whole = record(agent, 3);
        assertThat(ended(whole).samples()).isEqualTo(1500);
        assertThat(ended(whole).reason()).isEqualTo(EndReason.COMPLETE);
    }

    @Test
    void anUnplugOfASingleLeadUnitKeepsWhatWasRecordedAndTheReadingSaysWhatIsMissing() throws Exception {
        broker.start();
        hub.connect();
        UnitWiring wiring =
                new UnitWiring(UnitWiring.channels(List.of("II")), OptionalDouble.of(12), OptionalDouble.empty());
        SampleRate slow = new SampleRate(125);
        unit(
                new UnitModel.Amplifier(UnitModel.Family.HEALTHYPI_V4, wiring, slow, 115_200),
                () -> new HeartSource(Scenario.NORMAL, 3, slow, List.of(Lead.II)),
                "unplug@14s");
        String single =
                settings("healthypi-v4", "dagou").replace("reopen-from", "leads = [II], gain = 12, reopen-from");
        Agent agent = Agent.start(EdgeSettings.of(ConfigFactory.parseString(single)), "test", Clock.systemUTC());
        open.add(agent);
        await().atMost(LONG).until(() -> agent.state().unit().announced());

        ExamId cut = record(agent, 60);

        assertThat(ended(cut).reason()).isEqualTo(EndReason.UNIT_LOST);
        assertThat(ended(cut).samples()).isBetween(125, 14 * 125);
        assertThat(recording(cut).waveform().leads()).containsExactly(Lead.II);
        assertThat(recording(cut).marks().gaps()).isEmpty();
        await().atMost(LONG)
                .until(() -> agent.exam(cut).orElseThrow().localReading().isPresent());
        assertThat(agent.exam(cut)
                        .orElseThrow()
                        .localReading()
                        .orElseThrow()
                        .value()
                        .lines()
                        .toString())
                .contains("V1、V2、V3、V4、V5、V6 导联缺失");
    }

    @Test
    void aNoisyLineLosesFramesSaysWhereAndInventsNothing() throws Exception {
        broker.start();
        hub.connect();
        SimulatedLine line = unit(SimulatedLine.REFERENCE, () -> heart(Scenario.NORMAL), "flip=2e-4,drop=1e-4");
        Agent agent = agent("reference");

        ExamId exam = record(agent, 6);

        ended(exam);
        Recording recording = recording(exam);
        assertThat(recording.waveform().length()).isEqualTo(3000);
        assertThat(recording.marks().gaps()).isNotEmpty();
        expectPiecesOf(recording, line.sent());
    }

    /** Between two gaps the samples are a piece of what was sent, and the pieces come in order. */
    private static void expectPiecesOf(Recording recording, List<int[]> sent) {
        int[][] counts = recording.waveform().counts();
        List<Integer> cuts = new ArrayList<>(recording.marks().gaps());
        cuts.add(recording.waveform().length());
        int at = 0;
        int source = 0;
        for (int cut : cuts) {
            while (at < cut) {
                assertThat(source).as("sample %s", at).isLessThan(sent.size());
                if (same(counts, at, sent.get(source))) {
                    at++;
                    source++;
                } else {
                    assertThat(recording.marks().gaps())
                            .as("sample %s differs outside a gap", at)
                            .contains(at);
                    source++;
                }
            }
        }
    }

    private static boolean same(int[][] counts, int at, int[] moment) {
        for (int lead = 0; lead < counts.length; lead++) {
            if (counts[lead][at] != moment[lead]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aUnitThatSendsNothingIsSaidAndMakesNoExam() {
        unit(SimulatedLine.REFERENCE, () -> heart(Scenario.NORMAL), "stall@3s");
        Agent agent = agent("reference");
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        ExamId exam = record(agent, 5);

        await().atMost(LONG).until(() -> agent.state().failure().isPresent());
        assertThat(agent.exam(exam)).isEmpty();
        assertThat(agent.state().recording()).isEmpty();
    }

    @Test
    void withoutAUnitARecordingIsRefused() {
        Agent agent = Agent.start(
                EdgeSettings.of(ConfigFactory.parseString(settings("reference", "dagou"))), "test", Clock.systemUTC());
        open.add(agent);

        StartOutcome outcome = agent.start(
                        new StartRequest(Patient.UNKNOWN, Symptoms.NONE, "", OptionalInt.empty(), true, false))
                .toCompletableFuture()
                .join();

        assertThat(outcome).isEqualTo(new StartOutcome.Refused(StartOutcome.Why.NO_UNIT));
    }

    @Test
    void killedWhileRecordingItEndsTheExamAtTheNextStartAndLosesNoChunk() throws Exception {
        broker.start();
        hub.connect();
        SimulatedLine line = unit(SimulatedLine.REFERENCE, () -> heart(Scenario.NORMAL), "");
        Path config = folder.resolve("edge.conf");
        Files.writeString(config, settings("reference", "dagou"));
        Process first = program(config);
        String page = readyPage(first);
        HttpClient client = HttpClient.newHttpClient();
        ExamId exam = startByHttp(client, page);
        await().atMost(LONG).until(() -> hub.of(exam).size() >= 4);

        first.toHandle().destroyForcibly();
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        int received = hub.of(exam).size();
        List<int[]> sent = line.sent();

        Process second = program(config);
        open.add(second::destroy);
        readyPage(second);
        assertThat(ended(exam).reason()).isEqualTo(EndReason.POWER_LOST);
        assertThat(ended(exam).chunks()).isGreaterThanOrEqualTo(received - 1);
        expectSent(recording(exam), sent, ended(exam).samples());
    }

    private static ExamId startByHttp(HttpClient client, String page) {
        java.util.concurrent.atomic.AtomicReference<Optional<ExamId>> started =
                new java.util.concurrent.atomic.AtomicReference<>(Optional.empty());
        await().atMost(LONG).until(() -> {
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

    private Process program(Path config) throws java.io.IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EdgeAgent.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectError(folder.resolve("edge.log").toFile())
                .start();
        open.add(process::destroyForcibly);
        return process;
    }

    private static String readyPage(Process process) throws java.io.IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).matches("\\{\"event\":\"ready\",\"page\":\"http://127\\.0\\.0\\.1:\\d+\"}");
        return line.replaceAll(".*\"page\":\"([^\"]+)\".*", "$1");
    }
}
