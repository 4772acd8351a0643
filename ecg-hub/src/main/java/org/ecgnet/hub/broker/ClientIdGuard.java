package org.ecgnet.hub.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses a client id that is not the certificate's name. The broker makes it by its class name. */
public final class ClientIdGuard implements MQTTInterceptor {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClientIdGuard.class);

    @Override
    public boolean intercept(MqttMessage message, RemotingConnection connection) {
        if (!(message instanceof MqttConnectMessage connect)) {
            return true;
        }
        Optional<String> name = PeerName.certificate(connection).flatMap(PeerName::commonName);
        String clientId = String.valueOf(connect.payload().clientIdentifier());
        if (name.isPresent() && TopicRights.mayBeNamed(name.get(), clientId)) {
            return true;
        }
        LOGGER.warn("connection refused: certificate of {} with another's client id", name.orElse("nobody known"));
        connection.disconnect(false);
        return false;
    }
}
