package org.ecgnet.hub.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.ecgnet.protocol.uplink.Topics;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's connection to the broker: subscribed to every site's uplink, acknowledging by hand, and connected again
 * with a fresh client whenever it breaks.
 *
 * <p>Thread-safe. A message is acknowledged on the connection that brought it; when that one is gone, the clinic sends
 * it again.
 */
final class MqttLink implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(MqttLink.class);
    private static final int AT_LEAST_ONCE = 1;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int CONNECT_SECONDS = 10;
    private static final Duration LOOK_UP = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final MqttAddress address;
    private final SSLSocketFactory sockets;
    private final int receiveMaximum;
    private final Inbound inbound;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile Optional<Thread> keeper = Optional.empty();
    private volatile Optional<Session> session = Optional.empty();

    MqttLink(MqttAddress address, int receiveMaximum, Inbound inbound) {
        this.address = address;
        this.sockets = TlsContext.sockets(address.key());
        this.receiveMaximum = receiveMaximum;
        this.inbound = inbound;
    }

    /**
     * @param onConnected called on each new connection, after the subscription; must not block
     * @return whether a first connection came about within the patience; it is sought further in any case
     */
    boolean start(Runnable onConnected, Duration patience) {
        Thread thread = new Thread(() -> keep(onConnected), "mqtt-link");
        thread.setDaemon(true);
        thread.start();
        keeper = Optional.of(thread);
        try {
            return first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean connected() {
        return session.map(now -> now.client.isConnected()).orElse(false);
    }

    /** False when there is no connection or it takes no more just now. */
    boolean publish(String topic, byte[] payload, int qos) {
        Optional<Session> now = session;
        if (now.isEmpty()) {
            return false;
        }
        try {
            now.get().client.publish(topic, payload, qos, false);
            return true;
        } catch (MqttException e) {
            LOGGER.debug("not published to {}: reason {}", topic, e.getReasonCode());
            return false;
        }
    }

    private void keep(Runnable onConnected) {
        Duration pause = FIRST_PAUSE;
        try {
            while (closing.getCount() > 0) {
                if (serve(onConnected)) {
                    pause = FIRST_PAUSE;
                }
                long jitter = ThreadLocalRandom.current().nextLong(pause.toMillis());
                closing.await(pause.toMillis() / 2 + jitter, TimeUnit.MILLISECONDS);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection from its start to its end. @return whether it came about */
    private boolean serve(Runnable onConnected) throws InterruptedException {
        Session mine = null;
        try {
            mine = new Session(new MqttAsyncClient(address.url(), address.clientId(), new MemoryPersistence()));
            mine.client.setManualAcks(true);
            mine.client.setCallback(mine);
            mine.client.connect(options()).waitForCompletion(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
            mine.client
                    .subscribe(Topics.allUp(), AT_LEAST_ONCE)
                    .waitForCompletion(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
            session = Optional.of(mine);
            LOGGER.info("connected to the broker at {}", address.url());
            first.countDown();
            onConnected.run();
            while (closing.getCount() > 0 && mine.client.isConnected()) {
                mine.lost.await(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (closing.getCount() > 0) {
                LOGGER.warn("connection to the broker lost; connecting again");
            }
            return true;
        } catch (MqttException e) {
            LOGGER.warn(
                    "no connection to the broker at {}: {} (reason {})",
                    address.url(),
                    e.getMessage(),
                    e.getReasonCode());
            return false;
        } finally {
            session = Optional.empty();
            if (mine != null) {
                mine.end();
            }
        }
    }

    private MqttConnectionOptions options() {
        var options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setReceiveMaximum(receiveMaximum);
        options.setSocketFactory(sockets);
        return options;
    }

    @Override
    public void close() {
        closing.countDown();
        session.ifPresent(now -> now.lost.countDown());
        try {
            if (keeper.isPresent()) {
                keeper.get().join(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a message; must not block. */
    interface Inbound {
        void accept(String topic, byte[] payload, Runnable acknowledgement);
    }

    /** One client and what it reports. */
    private final class Session implements MqttCallback {

        private final MqttAsyncClient client;
        private final CountDownLatch lost = new CountDownLatch(1);

        Session(MqttAsyncClient client) {
            this.client = client;
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            int id = message.getId();
            int qos = message.getQos();
            inbound.accept(topic, message.getPayload(), () -> acknowledge(id, qos));
        }

        private void acknowledge(int id, int qos) {
            if (lost.getCount() == 0) {
                return;
            }
            try {
                client.messageArrivedComplete(id, qos);
            } catch (MqttException e) {
                LOGGER.debug("message {} not acknowledged: the connection is gone", id);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            lost.countDown();
        }

        @Override
        public void mqttErrorOccurred(MqttException failure) {
            LOGGER.warn("MQTT error {}", failure.getReasonCode());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}

        void end() {
            lost.countDown();
            try {
                client.disconnectForcibly(0, 500, false);
            } catch (MqttException e) {
                LOGGER.debug("connection was gone already");
            }
            try {
                client.close(true);
            } catch (MqttException e) {
                LOGGER.debug("client was closed already");
            }
        }
    }
}
