package org.ecgnet.hub.console.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;

/** A span of time that a query asks for, {@code to} excluded. */
public record Span(Instant from, Instant to) {

    /**
     * The query's {@code from} and {@code to}, both wanted.
     *
     * @throws IllegalArgumentException in words for people, when one is missing or no time, or when they lie more than
     *     {@code longest} apart
     */
    public static Span of(RoutingContext context, Duration longest) {
        var span = new Span(wanted(context, "from"), wanted(context, "to"));
        if (span.to.isBefore(span.from) || span.to.isAfter(span.from.plus(longest))) {
            throw new IllegalArgumentException(
                    "from, to: (expected: two times in order, at most " + longest.toDays() + " days apart)");
        }
        return span;
    }

    private static Instant wanted(RoutingContext context, String name) {
        return Requests.instant(context, name)
                .orElseThrow(() -> new IllegalArgumentException(name + ": none (expected: as 2026-11-20T08:00:00Z)"));
    }
}
