package org.ecgnet.hub.console.roster;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.ecgnet.hub.console.web.Requests;

/** ISO instants of requests. */
final class Instants {

    private Instants() {}

    /** Of the query; empty when it is not there or no instant. */
    static Optional<Instant> of(RoutingContext context, String name) {
        try {
            return Optional.ofNullable(context.request().getParam(name)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // answered as if it were not there
        }
    }

    /** Of a body. */
    static Instant of(JsonObject body, String key) {
        return Instant.parse(Requests.text(body, key));
    }
}
