package org.ecgnet.edge;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.uplink.FakeHub;
import org.ecgnet.edge.uplink.HubSettings;
import org.ecgnet.edge.uplink.Mosquitto;
import org.ecgnet.edge.uplink.TestCertificates;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.SampleSource;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What stands around an agent in each test: a unit on a pseudo-terminal, a broker and a hub. Closes all of it. */
final class AgentRig implements BeforeEachCallback, AfterEachCallback {

    static final Duration LONG = Duration.ofSeconds(60);

    private final List<Runnable> closers = new ArrayList<>();
    private Path folder;
    private TestCertificates certificates;
    private Mosquitto broker;
    private FakeHub hub;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("agent");
        closers.add(this::deleteFolder);
        certificates = new TestCertificates(folder);
        broker = Mosquitto.prepare(folder, certificates);
        closers.add(broker::close);
        certificates.client("hub");
        certificates.client("dagou");
        hub = new FakeHub(hubSettings("hub"), new SiteCode("dagou"));
        closers.add(hub::close);
    }

    /** Of this test alone; gone after it. */
    Path folder() {
        return folder;
    }

    Path store() {
        return folder.resolve("store");
    }

    HubSettings hubSettings(String certificate) {
        return EdgeSettings.of(ConfigFactory.parseString(settings(certificate, "")))
                .hub();
    }

    /** The settings of an agent at the pseudo-terminal, with more about its unit. */
    String settings(String unit) {
        return settings("dagou", unit);
    }

    private String settings(String certificate, String unit) {
        return """
                site = dagou
                unit { port = "%s", reopen-from = 50ms, reopen-to = 200ms, %s }
                recording { first-sample-within = 3s, silence-ends = 2s }
                store { dir = "%s" }
                page { port = 0 }
                hub {
                  port = %d, keystore = "%s", keystore-password = %s, truststore = "%s", truststore-password = %s
                  reconnect-from = 50ms, reconnect-to = 500ms, heartbeat = 1s, resend-after = 15s
                }
                """
                .formatted(
                        port(),
                        unit,
                        store(),
                        broker.port(),
                        folder.resolve(certificate + ".p12"),
                        TestCertificates.PASSWORD,
                        certificates.trustStore(),
                        TestCertificates.PASSWORD);
    }

    TestCertificates certificates() {
        return certificates;
    }

    FakeHub hub() {
        return hub;
    }

    /** Recordings as the hub has them. */
    HubCopy copy() {
        return new HubCopy(hub);
    }

    /** Broker and hub. */
    void connectHub() throws Exception {
        broker.start();
        hub.connect();
    }

    /** A unit that knows its leads, with such a heart. */
    SimulatedLine unit(Scenario scenario, String faults) {
        return unit(
                SimulatedLine.REFERENCE,
                () -> new HeartSource(scenario, 3, new SampleRate(500), Lead.STANDARD_12),
                faults);
    }

    SimulatedLine unit(UnitModel model, Supplier<SampleSource> source, String faults) {
        return unit(port(), model, source, faults);
    }

    SimulatedLine unit(Path port, UnitModel model, Supplier<SampleSource> source, String faults) {
        SimulatedLine line = SimulatedLine.open(port, model, source, faults);
        closers.add(line::close);
        return line;
    }

    Path port() {
        return folder.resolve("tty");
    }

    /** An agent that hears its unit. */
    Agent agent() {
        return agent("");
    }

    /** An agent that hears its unit. @param unit settings of it */
    Agent agent(String unit) {
        Agent agent = start(unit);
        await().atMost(LONG).until(() -> agent.state().unit().announced());
        return agent;
    }

    /** An agent that hears its unit, with more settings of any kind, as this version. */
    Agent agent(String more, String version) {
        Agent agent = start(settings("") + more, version);
        await().atMost(LONG).until(() -> agent.state().unit().announced());
        return agent;
    }

    /** An agent, whether it hears a unit or not. */
    Agent start(String unit) {
        return start(settings(unit), "test");
    }

    private Agent start(String settings, String version) {
        Agent agent = Agent.start(EdgeSettings.of(ConfigFactory.parseString(settings)), version, Clock.systemUTC());
        closers.add(agent::close);
        return agent;
    }

    /** Something else that is to be ended, before what was there already. */
    void closing(Runnable closer) {
        closers.add(closer);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (int at = closers.size() - 1; at >= 0; at--) {
            closers.get(at).run();
        }
        closers.clear();
    }

    private void deleteFolder() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing the folder of a test", e);
        }
    }
}
