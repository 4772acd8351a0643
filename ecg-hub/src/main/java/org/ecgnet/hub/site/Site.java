package org.ecgnet.hub.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;

/**
 * A clinic as last heard.
 *
 * @param name for people; the code until somebody gives a better one
 * @param heardAt its last heartbeat, by the hub's clock
 * @param clockAhead the clinic's clock minus the hub's
 * @param softwareVersion of its edge agent
 * @param queuedItems what waits there to be sent
 * @param oldestQueuedAt of these the oldest, by the clinic's clock
 */
public record Site(
        SiteCode code,
        String name,
        Optional<Instant> heardAt,
        Optional<Duration> clockAhead,
        Optional<String> softwareVersion,
        int queuedItems,
        Optional<Instant> oldestQueuedAt) {}
