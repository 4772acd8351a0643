package org.ecgnet.hub.paging.channel;

import java.time.Instant;

/** A way of telling somebody. Implementations are safe for use by many threads and bound their own waiting. */
public interface PageChannel {

    /**
     * Sends the message once; the same message sent again has the same id.
     *
     * @param now the attempt's time
     */
    Outcome send(PageMessage message, Instant now);
}
