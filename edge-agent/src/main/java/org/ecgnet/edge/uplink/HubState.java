package org.ecgnet.edge.uplink;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the line to the hub is.
 *
 * @param since when it became so
 * @param problem why it is not connected; empty when it is
 * @param receiptAt the last receipt: a broker may answer while the hub behind it does not
 * @param clockAhead this computer's clock minus the hub's, as far as the last message shows
 */
public record HubState(
        boolean connected,
        Instant since,
        Optional<String> problem,
        Optional<Instant> receiptAt,
        Optional<Duration> clockAhead) {}
