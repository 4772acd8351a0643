package org.ecgnet.hub.paging.channel.webhook;

import java.util.List;
import org.ecgnet.hub.paging.channel.http.HttpTarget;

/**
 * A receiver of webhooks.
 *
 * @param secrets one or two live ones; each message is signed with all
 */
public record WebhookEndpoint(HttpTarget target, List<WebhookSecret> secrets) {

    public WebhookEndpoint {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException("secrets: " + secrets.size() + " (expected: 1 or 2)");
        }
    }
}
