package org.ecgnet.hub.console.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;

/** What every answer carries: how far a browser may trust it, and the hub's time. */
public final class SecurityHeaders implements Handler<RoutingContext> {

    private final String contentSecurityPolicy;
    private final Clock clock;

    public SecurityHeaders(String contentSecurityPolicy, Clock clock) {
        this.contentSecurityPolicy = contentSecurityPolicy;
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", contentSecurityPolicy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .putHeader("Strict-Transport-Security", "max-age=31536000")
                .putHeader("X-Server-Time", clock.instant().toString());
        if (context.request().path().startsWith("/api/")) {
            context.response().putHeader("Cache-Control", "no-store");
        }
        context.next();
    }
}
