package org.ecgnet.hub.paging.run;

import java.util.Optional;
import org.ecgnet.hub.dispatch.DispatchEvents;
import org.ecgnet.hub.dispatch.DispatchWebhook;

/**
 * The ways to the dispatch centre.
 *
 * @param webhook empty when the county has none yet
 * @param drills the county's own receiver for exercises; empty: exercises tell nobody. The real 120 never hears of one
 */
public record To120(Optional<DispatchWebhook> webhook, Optional<DispatchWebhook> drills, DispatchEvents events) {

    /** The name under which deliveries to 120 are kept. */
    public static final String CHANNEL = "120";

    /** The name under which those of exercises are kept. */
    public static final String DRILL_CHANNEL = "120-drill";

    /** The way for a case; empty when there is none. */
    Optional<DispatchWebhook> webhook(boolean drill) {
        return drill ? drills : webhook;
    }

    static String channel(boolean drill) {
        return drill ? DRILL_CHANNEL : CHANNEL;
    }
}
