package org.ecgnet.hub;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.KeyFile;
import org.ecgnet.protocol.uplink.Decoded;
import org.ecgnet.protocol.uplink.DownlinkCodec;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A clinic on the wire: says what a test tells it to and keeps what it hears. */
public final class TestSite implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;

    private final MqttAsyncClient client;
    private final SiteCode site;
    private final List<Decoded.Accepted<DownlinkMessage>> heard = new CopyOnWriteArrayList<>();

    private TestSite(MqttAsyncClient client, SiteCode site) {
        this.client = client;
        this.site = site;
    }

    /** Connects under its own name and listens to its downlink. */
    public static TestSite connect(int port, SiteCode site, Path keyFile) throws Exception {
        TestSite connected = connect("ssl://localhost:" + port, site, site.value(), keyFile);
        connected.subscribe(Topics.down(site));
        return connected;
    }

    public static TestSite connect(String url, SiteCode site, String clientId, Path keyFile) throws Exception {
        var client = new MqttAsyncClient(url, clientId, new MemoryPersistence());
        var connected = new TestSite(client, site);
        client.setCallback(connected.new Ear());
        var options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSocketFactory(tls(keyFile).getSocketFactory());
        options.setConnectionTimeout(5);
        try {
            client.connect(options).waitForCompletion(PATIENCE_MILLIS);
        } catch (MqttException e) {
            client.close(true);
            throw e;
        }
        return connected;
    }

    public static SSLContext tls(Path keyFile) throws Exception {
        var file = new KeyFile(keyFile);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(file.load(), file.password().toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(file.load());
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** @return the reason code of the SUBACK */
    public int subscribe(String topic) throws MqttException {
        IMqttToken token = client.subscribe(topic, 1);
        try {
            token.waitForCompletion(PATIENCE_MILLIS);
        } catch (MqttException e) {
            return e.getReasonCode();
        }
        return token.getReasonCodes()[0];
    }

    /** @return the reason code of the PUBACK */
    public int publish(String topic, byte[] payload) throws MqttException {
        IMqttToken token = client.publish(topic, payload, 1, false);
        try {
            token.waitForCompletion(PATIENCE_MILLIS);
        } catch (MqttException e) {
            return e.getReasonCode();
        }
        return token.getReasonCodes() == null ? 0 : token.getReasonCodes()[0];
    }

    public void publishWithoutWaiting(String topic, byte[] payload) throws MqttException {
        client.publish(topic, payload, 1, false);
    }

    public void sayWithoutWaiting(UplinkMessage message) throws MqttException {
        publishWithoutWaiting(Topics.up(site), UplinkCodec.encode(message, Instant.now()));
    }

    public void say(UplinkMessage message) throws MqttException {
        publish(Topics.up(site), UplinkCodec.encode(message, Instant.now()));
    }

    /** Everything heard so far. */
    public List<Decoded.Accepted<DownlinkMessage>> heard() {
        return List.copyOf(heard);
    }

    public <M extends DownlinkMessage> List<M> heard(Class<M> type) {
        return heard.stream()
                .map(Decoded.Accepted::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public boolean connected() {
        return client.isConnected();
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, TimeUnit.SECONDS.toMillis(1), false);
        client.close(true);
    }

    private final class Ear implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (DownlinkCodec.decode(message.getPayload()) instanceof Decoded.Accepted<DownlinkMessage> accepted) {
                heard.add(accepted);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException failure) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
