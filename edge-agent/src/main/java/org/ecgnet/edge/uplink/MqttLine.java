package org.ecgnet.edge.uplink;

import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
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
 * One connection to the broker, from connect to close; a new one for every attempt.
 *
 * <p>Everything that the client's threads report becomes a {@link Signal}; nothing is decided, published or waited for
 * on them. Clean start and no session: the spool and the hub's outbox are the memory of both sides.
 */
final class MqttLine implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(MqttLine.class);
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final int DEFAULT_RECEIVE_MAXIMUM = 65_535;
    private static final int FIRST_FAILURE_CODE = 0x80;
    private static final long CLOSE_MILLIS = 500;

    private final MqttAsyncClient client;
    private final Consumer<Signal> signals;
    private int receiveMaximum = DEFAULT_RECEIVE_MAXIMUM;

    private MqttLine(MqttAsyncClient client, Consumer<Signal> signals) {
        this.client = client;
        this.signals = signals;
    }

    /**
     * Connects and subscribes, waiting for both.
     *
     * @throws UplinkException when either fails; nothing is left open
     */
    static MqttLine connect(
            HubSettings settings,
            SSLSocketFactory sockets,
            String clientId,
            String downTopic,
            Consumer<Signal> signals) {
        String uri = "ssl://" + settings.host() + ":" + settings.port();
        MqttLine line;
        try {
            line = new MqttLine(new MqttAsyncClient(uri, clientId, new MemoryPersistence()), signals);
        } catch (MqttException e) {
            throw new UplinkException("cannot make a client for " + uri, e);
        }
        try {
            line.open(options(settings, sockets), settings.connectWithin(), downTopic);
            return line;
        } catch (MqttException e) {
            line.close();
            throw new UplinkException("cannot reach the hub at " + uri + ": " + reason(e), e);
        } catch (UplinkException e) {
            line.close();
            throw e;
        }
    }

    private static MqttConnectionOptions options(HubSettings settings, SSLSocketFactory sockets) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(sockets);
        options.setHttpsHostnameVerificationEnabled(true);
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout((int) Math.max(1, settings.connectWithin().toSeconds()));
        return options;
    }

    private void open(MqttConnectionOptions options, Duration within, String downTopic) throws MqttException {
        client.setCallback(new Reporter(signals));
        IMqttToken connected = client.connect(options);
        connected.waitForCompletion(within.toMillis());
        MqttProperties properties = connected.getResponseProperties();
        if (properties != null && properties.getReceiveMaximum() != null) {
            receiveMaximum = properties.getReceiveMaximum();
        }
        IMqttToken subscribed = client.subscribe(downTopic, 1);
        subscribed.waitForCompletion(within.toMillis());
        for (int code : subscribed.getReasonCodes()) {
            if (code >= FIRST_FAILURE_CODE) {
                throw new UplinkException("the broker refuses " + downTopic + " (reason 0x" + Integer.toHexString(code)
                        + "): does the certificate's name equal the site code?");
            }
        }
    }

    /** How many unacknowledged messages the broker bears. */
    int receiveMaximum() {
        return receiveMaximum;
    }

    /** Hands a message to the client at QoS 1 without waiting; a {@link Signal} tells what became of it. */
    void publish(String topic, byte[] payload) {
        try {
            client.publish(topic, payload, 1, false, null, new MqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    signals.accept(published(token));
                }

                @Override
                public void onFailure(IMqttToken token, Throwable cause) {
                    signals.accept(new Signal.Failed(reason(cause)));
                }
            });
        } catch (MqttException e) {
            throw new UplinkException("cannot publish: " + reason(e), e);
        }
    }

    private static Signal published(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        for (int code : codes == null ? new int[0] : codes) {
            if (code >= FIRST_FAILURE_CODE) {
                return new Signal.Failed("the broker refuses a message (reason 0x" + Integer.toHexString(code) + ")");
            }
        }
        return new Signal.Acknowledged();
    }

    private static String reason(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, CLOSE_MILLIS, client.isConnected());
        } catch (MqttException e) {
            LOGGER.debug("Closing the line: {}", reason(e));
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOGGER.debug("Closing the client: {}", reason(e));
        }
    }

    /** Turns callbacks into signals. */
    private record Reporter(Consumer<Signal> signals) implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            signals.accept(new Signal.Arrived(org.ecgnet.protocol.uplink.Bytes.of(message.getPayload())));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            String why = response.getException() == null
                    ? String.valueOf(response.getReasonString())
                    : reason(response.getException());
            signals.accept(new Signal.Lost("the line to the hub broke: " + why));
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOGGER.debug("MQTT client reports: {}", reason(exception));
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            LOGGER.trace("Delivered {}", token.getMessageId());
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            LOGGER.debug("Connected to {}", serverUri);
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            LOGGER.debug("Unexpected authentication packet, reason {}", reasonCode);
        }
    }
}
