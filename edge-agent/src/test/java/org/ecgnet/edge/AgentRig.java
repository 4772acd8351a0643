package org.ecgnet.edge;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.uplink.FakeHub;
import org.ecgnet.edge.uplink.HubSettings;
import org.ecgnet.edge.uplink.Mosquitto;
import org.ecgnet.edge.uplink.TestCertificates;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.heart.Scenario;

/** What stands around an agent: a unit on a pseudo-terminal, a broker and a hub. Closes all of it. */
final class AgentRig implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);

    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final TestCertificates certificates;
    private final Mosquitto broker;
    private final FakeHub hub;

    AgentRig(Path folder) throws Exception {
        this.folder = folder;
        this.certificates = new TestCertificates(folder);
        this.broker = Mosquitto.prepare(folder, certificates);
        open.add(broker);
        certificates.client("hub");
        certificates.client("dagou");
        this.hub = new FakeHub(hubSettings("hub"), new SiteCode("dagou"));
        open.add(hub);
    }

    Path store() {
        return folder.resolve("store");
    }

    HubSettings hubSettings(String certificate) {
        return EdgeSettings.of(ConfigFactory.parseString(settings(certificate))).hub();
    }

    private String settings(String certificate) {
        return """
                site = dagou
                unit { port = "%s", reopen-from = 50ms, reopen-to = 200ms }
                recording { silence-ends = 2s }
                store { dir = "%s" }
                page { port = 0 }
                hub {
                  port = %d, keystore = "%s", keystore-password = %s, truststore = "%s", truststore-password = %s
                  reconnect-from = 50ms, reconnect-to = 500ms, heartbeat = 1s, resend-after = 60s
                }
                """
                .formatted(
                        folder.resolve("tty"),
                        store(),
                        broker.port(),
                        folder.resolve(certificate + ".p12"),
                        TestCertificates.PASSWORD,
                        certificates.trustStore(),
                        TestCertificates.PASSWORD);
    }

    FakeHub hub() {
        return hub;
    }

    /** Broker and hub. */
    void connectHub() throws Exception {
        broker.start();
        hub.connect();
    }

    void unit(Scenario scenario, String faults) {
        open.add(SimulatedLine.open(
                folder.resolve("tty"),
                SimulatedLine.REFERENCE,
                () -> new HeartSource(scenario, 3, new SampleRate(500), Lead.STANDARD_12),
                faults));
    }

    Agent agent() {
        Agent agent =
                Agent.start(EdgeSettings.of(ConfigFactory.parseString(settings("dagou"))), "test", Clock.systemUTC());
        open.add(agent);
        await().atMost(LONG).until(() -> agent.state().unit().announced());
        return agent;
    }

    @Override
    public void close() {
        for (int at = open.size() - 1; at >= 0; at--) {
            try {
                open.get(at).close();
            } catch (Exception e) {
                throw new IllegalStateException("closing what stands around the agent", e);
            }
        }
    }
}
