package org.ecgnet.hub.paging.run;

import java.time.Instant;
import org.ecgnet.hub.paging.channel.Outcome;

/** Makes one attempt at a delivery; bounds its own waiting. */
public interface Sender {
    Outcome send(Content content, Instant now);
}
