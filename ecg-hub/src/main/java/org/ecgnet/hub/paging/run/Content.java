package org.ecgnet.hub.paging.run;

import java.util.UUID;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.channel.webhook.CloudEvent;

/** What a delivery carries; stored as it is sent, so that a repeat says the same. */
public sealed interface Content {

    /** A page to a contact. */
    record Page(PageMessage message) implements Content {}

    /** Something to 120 about this dispatch. */
    record ToDispatch(UUID dispatchId, CloudEvent event) implements Content {}
}
