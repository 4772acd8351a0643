package org.ecgnet.edge.uplink;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.DownlinkCodec;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** The least of a hub: keeps messages by exam and number, and receipts what it has without a gap. */
public final class FakeHub implements AutoCloseable {

    private final HubSettings settings;
    private final SiteCode site;
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final List<UplinkMessage> signs = new CopyOnWriteArrayList<>();
    private final List<OfExam> arrived = new CopyOnWriteArrayList<>();
    private final Map<ExamId, TreeMap<Integer, OfExam>> stored = new ConcurrentHashMap<>();
    private volatile boolean receipts = true;
    private Optional<MqttAsyncClient> client = Optional.empty();

    public FakeHub(HubSettings settings, SiteCode site) {
        this.settings = settings;
        this.site = site;
    }

    public void connect() throws MqttException {
        close(client);
        MqttAsyncClient made =
                new MqttAsyncClient("ssl://" + settings.host() + ":" + settings.port(), "hub", new MemoryPersistence());
        made.setCallback(new Listener());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(TlsStores.sockets(settings));
        options.setCleanStart(true);
        made.connect(options).waitForCompletion(10_000);
        made.subscribe(Topics.allUp(), 1).waitForCompletion(10_000);
        client = Optional.of(made);
    }

    public void withholdReceipts(boolean withheld) {
        receipts = !withheld;
    }

    public void send(DownlinkMessage message, long id) {
        send(DownlinkCodec.encode(message, Instant.now(), id));
    }

    public void send(byte[] payload) {
        sender.execute(() -> client.ifPresent(open -> {
            try {
                // one at a time: the client refuses more than the broker's receive maximum, and a receipt would be lost
                open.publish(Topics.down(site), payload, 1, false).waitForCompletion(10_000);
            } catch (MqttException e) {
                signs.add(new UplinkMessage.DownlinkAck(List.of(-1L)));
            }
        }));
    }

    /** Heartbeats, unit states and acknowledgements, in order. */
    public List<UplinkMessage> signs() {
        return signs;
    }

    /** Every message of an exam that came, repeats too, in order. */
    public List<OfExam> arrived() {
        return arrived;
    }

    /** What it has of an exam. */
    public List<OfExam> of(ExamId examId) {
        TreeMap<Integer, OfExam> messages = stored.getOrDefault(examId, new TreeMap<>());
        synchronized (messages) {
            return List.copyOf(messages.values());
        }
    }

    private void take(UplinkMessage message) {
        if (!(message instanceof OfExam part)) {
            signs.add(message);
            return;
        }
        arrived.add(part);
        TreeMap<Integer, OfExam> messages = stored.computeIfAbsent(part.examId(), id -> new TreeMap<>());
        int upTo = -1;
        synchronized (messages) {
            messages.putIfAbsent(part.seq(), part);
            while (messages.containsKey(upTo + 1)) {
                upTo++;
            }
        }
        if (receipts && upTo >= 0) {
            send(new DownlinkMessage.StoredUpTo(part.examId(), upTo), 0);
        }
    }

    private static void close(Optional<MqttAsyncClient> client) {
        client.ifPresent(open -> {
            try {
                open.disconnectForcibly(0, 100, false);
                open.close(true);
            } catch (MqttException e) {
                open.setManualAcks(false); // gone already
            }
        });
    }

    @Override
    public void close() {
        close(client);
        client = Optional.empty();
        sender.shutdownNow();
    }

    /** Hands messages on. */
    private final class Listener implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (UplinkCodec.decode(message.getPayload()) instanceof Decoded.Accepted<UplinkMessage> accepted) {
                take(accepted.message());
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
