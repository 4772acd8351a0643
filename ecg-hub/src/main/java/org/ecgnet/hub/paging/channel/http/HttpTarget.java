package org.ecgnet.hub.paging.channel.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server outside.
 *
 * @param name as in the settings
 * @param timeout of one attempt, from connecting to the end of the answer
 * @param trustedCertificates PEM file of the authorities its certificate may come from; empty for those of the JDK
 */
public record HttpTarget(
        String name, URI uri, AllowedTargets allowed, Duration timeout, Optional<Path> trustedCertificates) {}
