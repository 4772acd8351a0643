package org.ecgnet.edge.uplink;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.Exams;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;

/** What stands around an uplink: a broker, a small hub behind it, a store. Closes all of it. */
final class UplinkRig implements AutoCloseable {

    static final SiteCode SITE = new SiteCode("dagou");
    static final Duration LONG = Duration.ofSeconds(30);

    private final List<Runnable> closers = new ArrayList<>();
    private final List<DownlinkMessage> heard = new CopyOnWriteArrayList<>();
    private final TestCertificates certificates;
    private final Mosquitto broker;
    private final ClinicStore store;
    private final FakeHub hub;

    UplinkRig(Path folder) throws Exception {
        certificates = new TestCertificates(folder);
        broker = Mosquitto.prepare(folder, certificates);
        closers.add(broker::close);
        store = ClinicStore.open(Exams.settings(folder.resolve("store"), 256L << 20));
        closers.add(store::close);
        hub = new FakeHub(settings("hub"), SITE);
        closers.add(hub::close);
    }

    Mosquitto broker() {
        return broker;
    }

    ClinicStore store() {
        return store;
    }

    FakeHub hub() {
        return hub;
    }

    /** What the uplink handed on, in order. */
    List<DownlinkMessage> heard() {
        return heard;
    }

    void connectHub() throws Exception {
        broker.start();
        hub.connect();
    }

    HubSettings settings(String name) throws Exception {
        return settings(certificates.client(name), TestCertificates.PASSWORD);
    }

    HubSettings settings(Path keyStore, String password) {
        return new HubSettings(
                "localhost",
                broker.port(),
                keyStore,
                password,
                certificates.trustStore(),
                TestCertificates.PASSWORD,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                100,
                400,
                Duration.ofMinutes(10));
    }

    Uplink uplink() throws Exception {
        return uplink(settings(SITE.value()));
    }

    Uplink uplink(HubSettings settings) {
        UnitStatus status =
                new UnitStatus(new UnitId("ecg-1"), "reference", true, OptionalInt.of(80), List.of(), Exams.NOW);
        Uplink made = new Uplink(
                SITE,
                settings,
                store,
                () -> Optional.of(status),
                new UplinkListener() {
                    @Override
                    public void changed() {}

                    @Override
                    public void heard(DownlinkMessage message) {
                        heard.add(message);
                    }
                },
                "0.1.0",
                Clock.systemUTC(),
                new Random(1));
        closers.add(made::close);
        made.start();
        return made;
    }

    void expectWhole(ExamId exam, int messages) {
        await().atMost(LONG).until(() -> hub.of(exam).size() == messages);
    }

    void expectNothingQueued() {
        await().atMost(LONG).until(() -> store.spool().backlog().messages() == 0);
    }

    /** Something else that is to be ended, before what was there already. */
    void closing(Runnable closer) {
        closers.add(closer);
    }

    @Override
    public void close() {
        for (int at = closers.size() - 1; at >= 0; at--) {
            closers.get(at).run();
        }
    }
}
