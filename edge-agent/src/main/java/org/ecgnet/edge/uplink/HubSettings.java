package org.ecgnet.edge.uplink;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to reach the hub's broker and how patient to be with it.
 *
 * @param keyStore PKCS12 with the site's certificate and key; its common name is the site code
 * @param keyStorePassword also the password of the key in it
 * @param trustStore PKCS12 with the county CA
 * @param heartbeat how often the hub hears that this clinic lives
 * @param resendAfter without a receipt for so long, unreceipted messages are sent again
 * @param connectWithin how long connecting and acknowledging may take before the line counts as dead
 * @param inFlight most messages that the broker has not acknowledged
 * @param unreceipted most messages that the hub has not receipted
 * @param liveFor an exam begun so recently goes before the backlog
 */
public record HubSettings(
        String host,
        int port,
        Path keyStore,
        String keyStorePassword,
        Path trustStore,
        String trustStorePassword,
        Duration reconnectFrom,
        Duration reconnectTo,
        Duration heartbeat,
        Duration resendAfter,
        Duration connectWithin,
        int inFlight,
        int unreceipted,
        Duration liveFor) {

    @Override
    public String toString() {
        return "HubSettings[" + host + ":" + port + "]";
    }
}
