package org.ecgnet.edge.page;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * What every call must pass: addressed to this computer by a loopback name (so that no foreign name can be bound to it),
 * and, where it changes something, made by a page of ours (a header that no foreign page can set without being asked).
 */
final class PageGuard implements Handler<RoutingContext> {

    /** Must be there, with any value, on every POST. */
    static final String OWN_HEADER = "X-ECG-Clinic";

    private static final int MISDIRECTED = 421;
    private static final int FORBIDDEN = 403;
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost");

    private final String policy;
    private final IntSupplier port;

    PageGuard(String importMapHash, IntSupplier port) {
        this.policy = "default-src 'none'; script-src 'self' '" + importMapHash + "'; style-src 'self';"
                + " img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'none'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
                + " trusted-types lit-html";
        this.port = port;
    }

    @Override
    public void handle(RoutingContext call) {
        call.response()
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cache-Control", "no-store");
        var authority = call.request().authority();
        if (authority == null || !LOOPBACK_NAMES.contains(authority.host()) || authority.port() != port.getAsInt()) {
            call.response().setStatusCode(MISDIRECTED).end("this page is for this computer only");
            return;
        }
        boolean changes = !call.request().method().equals(HttpMethod.GET);
        if (changes && (call.request().getHeader(OWN_HEADER) == null || foreign(call))) {
            call.response()
                    .setStatusCode(FORBIDDEN)
                    .end("header " + OWN_HEADER + " is missing, or the page is foreign");
            return;
        }
        call.next();
    }

    private boolean foreign(RoutingContext call) {
        String origin = call.request().getHeader("Origin");
        return origin != null
                && LOOPBACK_NAMES.stream().noneMatch(name -> origin.equals("http://" + name + ":" + port.getAsInt()));
    }
}
