package org.ecgnet.hub.paging.channel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A receiver of webhooks.
 *
 * @param name as in the settings
 * @param secrets one or two live ones; each message is signed with all
 * @param timeout of one attempt, from connecting to the end of the answer
 * @param trustedCertificates PEM file of the authorities its certificate may come from; empty for those of the JDK
 */
public record WebhookEndpoint(
        String name,
        URI target,
        List<WebhookSecret> secrets,
        AllowedTargets allowed,
        Duration timeout,
        Optional<Path> trustedCertificates) {

    public WebhookEndpoint {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException("secrets: " + secrets.size() + " (expected: 1 or 2)");
        }
    }
}
