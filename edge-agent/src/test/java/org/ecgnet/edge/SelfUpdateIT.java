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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.launch.AgentNews;
import org.ecgnet.edge.launch.LaunchCommand;
import org.ecgnet.edge.launch.Programs;
import org.ecgnet.edge.page.StartOutcome;
import org.ecgnet.edge.page.StartRequest;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.update.TestShelf;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program as it was built, under its launcher, with a shelf of versions, a broker and a hub. */
class SelfUpdateIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    private Path folder;
    private TestShelf shelf;
    private Path programs;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Optional<Process> launcher = Optional.empty();

    @BeforeEach
    void prepare() throws Exception {
        folder = rig.folder();
        rig.connectHub();
        shelf = new TestShelf(rig.certificates());
        programs = folder.resolve("programs");
    }

    @AfterEach
    void close() throws Exception {
        if (launcher.isPresent()) {
            launcher.get().destroy();
            assertThat(launcher.get().waitFor(40, TimeUnit.SECONDS)).isTrue();
        }
        shelf.close();
    }

    private void launch() throws IOException {
        Path settings = Files.writeString(folder.resolve("edge-agent.conf"), rig.settings("") + shelf.settings());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        TestShelf.BUILT.resolve("edge-agent.jar").toString(),
                        LaunchCommand.class.getName(),
                        programs.toString(),
                        "--config",
                        settings.toString())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        launcher = Optional.of(process);
        Thread reading = new Thread(() -> {
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().forEach(lines::add);
            } catch (IOException e) {
                lines.add("broken: " + e.getMessage());
            }
        });
        reading.setDaemon(true);
        reading.start();
    }

    private List<AgentNews> news() {
        return lines.stream().map(AgentNews::of).toList();
    }

    private long starts() {
        return news().stream().filter(AgentNews.Ready.class::isInstance).count();
    }

    private String state() throws IOException, InterruptedException {
        AgentNews.Ready last = news().stream()
                .filter(AgentNews.Ready.class::isInstance)
                .map(AgentNews.Ready.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        URI address = URI.create("http://127.0.0.1:" + last.port() + "/api/state");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String chosen() throws IOException {
        return Files.readString(programs.resolve("chosen"));
    }

    private String built() throws IOException {
        try (JarFile jar = new JarFile(TestShelf.BUILT.resolve("edge-agent.jar").toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
    }

    @Test
    void aSignedVersionIsTakenRunsGetsWellAndStays() throws Exception {
        launch();
        await().atMost(LONG).until(() -> starts() == 1);
        assertThat(state()).contains("\"version\":\"" + built() + "\"");

        shelf.offer("9.0.0", TestShelf.bundle("9.0.0"));
        await().atMost(LONG).until(() -> news().contains(new AgentNews.Well()));

        assertThat(state()).contains("\"version\":\"9.0.0\"");
        await().atMost(LONG).until(() -> chosen().startsWith("version 9.0.0\nbefore installed\ntrial false"));
    }

    @Test
    void aSignedVersionThatDoesNotRunIsTriedThreeTimesAndTheOneBeforeIsBack() throws Exception {
        shelf.offer("9.0.0", TestShelf.bundle("9.0.0", "org.ecgnet.edge.NoSuchMain"));
        launch();
        await().atMost(LONG).until(() -> starts() == 2);

        assertThat(state()).contains("\"version\":\"" + built() + "\"");
        assertThat(chosen()).isEqualTo("version installed\nbefore installed\ntrial false\nstarts 0\nset-aside 9.0.0\n");
        assertThat(Files.readString(folder.resolve("log.txt")).split("NoSuchMain", -1))
                .hasSize(1 + 2 * 3);
        await().during(Duration.ofSeconds(4)).atMost(LONG).until(() -> starts() == 2);
    }

    @Test
    void aLauncherThatIsKilledTakesTheAgentWithIt() throws Exception {
        launch();
        await().atMost(LONG).until(() -> starts() == 1);
        List<ProcessHandle> agents = launcher.orElseThrow().children().toList();
        assertThat(agents).hasSize(1);

        launcher.orElseThrow().destroyForcibly();

        await().atMost(LONG).until(() -> !agents.get(0).isAlive());
        assertThat(Files.readString(folder.resolve("log.txt"))).doesNotContain("Closed with work under way");
    }

    @Test
    void anAgentThatIsKilledIsBackAtOnce() throws Exception {
        launch();
        await().atMost(LONG).until(() -> starts() == 1);

        launcher.orElseThrow().children().forEach(ProcessHandle::destroyForcibly);

        await().atMost(LONG).until(() -> starts() == 2);
    }

    @Test
    void noVersionComesDuringARecordingNorWithARedOnItsWay() throws Exception {
        shelf.offer("9.0.0", TestShelf.bundle("9.0.0"));
        rig.hub().withholdReceipts(true);
        rig.unit(Scenario.ANTERIOR_STEMI, "");
        List<AgentNews> told = new CopyOnWriteArrayList<>();
        Agent agent = rig.agent(shelf.settings() + "hub.resend-after = 1s\n", "0.1.0");
        StartOutcome begun = begin(agent);
        assertThat(begun).isInstanceOf(StartOutcome.Started.class);
        agent.keepUpToDate(Programs.besides(programs), told::add);
        await().atMost(LONG).until(() -> Files.isDirectory(programs.resolve("9.0.0")));
        await().atMost(LONG).until(() -> agent.exams(1).stream()
                .flatMap(exam -> exam.localReading().stream())
                .anyMatch(reading -> reading.value().level() == TriageLevel.RED));
        await().during(Duration.ofSeconds(4)).atMost(LONG).until(told::isEmpty);

        rig.hub().withholdReceipts(false);
        await().atMost(LONG).until(() -> !told.isEmpty());

        assertThat(told.get(0).line()).contains("update", "9.0.0");
        assertThat(begin(agent)).isEqualTo(new StartOutcome.Refused(StartOutcome.Why.BUSY));
    }

    private static StartOutcome begin(Agent agent) throws Exception {
        return agent.start(new StartRequest(Patient.UNKNOWN, Symptoms.NONE, "", OptionalInt.of(10), true, false))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void theManifestSaysTheStoresVersion() throws IOException {
        try (JarFile jar = new JarFile(TestShelf.BUILT.resolve("edge-agent.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Ecg-Store"))
                    .isEqualTo(String.valueOf(ClinicStore.VERSION));
        }
    }
}
