package org.ecgnet.hub.dispatch;

import java.time.Instant;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.webhook.CloudEvent;
import org.ecgnet.hub.paging.channel.webhook.WebhookEndpoint;
import org.ecgnet.hub.paging.channel.webhook.WebhookPost;

/** The way to 120, with its own receiver and secrets. Safe for use by many threads. */
public final class DispatchWebhook {

    private final WebhookPost post;

    public DispatchWebhook(WebhookEndpoint endpoint) {
        this.post = new WebhookPost(endpoint);
    }

    /** One attempt; {@link Outcome.Delivered} is a receipt, not an acceptance. */
    public Outcome send(CloudEvent event, Instant now) {
        return post.send(event, now);
    }
}
