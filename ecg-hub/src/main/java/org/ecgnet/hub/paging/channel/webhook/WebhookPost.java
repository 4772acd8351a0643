package org.ecgnet.hub.paging.channel.webhook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.http.HttpPost;

/** Posts signed events to one receiver. Safe for use by many threads. */
public final class WebhookPost {

    private final WebhookEndpoint endpoint;
    private final HttpPost post;

    /** @throws IllegalArgumentException when the trusted certificates cannot be read */
    public WebhookPost(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
        this.post = new HttpPost(endpoint.target());
    }

    public Outcome send(CloudEvent event, Instant now) {
        byte[] body = event.body();
        Map<String, String> headers =
                new HashMap<>(StandardWebhooks.headers(event.id(), now, body, endpoint.secrets()));
        headers.put("content-type", CloudEvent.MEDIA_TYPE);
        headers.put("idempotency-key", event.id());
        return post.send(headers, body, now);
    }
}
