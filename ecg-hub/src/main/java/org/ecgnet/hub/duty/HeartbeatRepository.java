package org.ecgnet.hub.duty;

import java.time.Instant;
import java.util.List;

/** The consoles' last words; one a console. */
public interface HeartbeatRepository {

    void beat(Heartbeat heartbeat);

    /** The console's shift is over: it is not there any more. */
    void end(String console, String account);

    /** Those heard of at or after {@code since}, the latest first. */
    List<Heartbeat> since(Instant since);

    /** Forgets consoles not heard of since. */
    void forget(Instant before);
}
