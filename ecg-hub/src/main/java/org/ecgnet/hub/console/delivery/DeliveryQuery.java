package org.ecgnet.hub.console.delivery;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.delivery.DeliveryFilter;
import org.ecgnet.hub.delivery.ReplayDesk;
import org.ecgnet.hub.paging.run.Delivery;

/** Which deliveries a request means. What is wrong with it is an {@link IllegalArgumentException} in words for people. */
final class DeliveryQuery {

    private static final Duration LONG_AGO = Duration.ofDays(1);

    private DeliveryQuery() {}

    /** The last day where nothing is said. */
    static DeliveryFilter of(MultiMap query, Instant now) {
        String states = given(query, "states");
        String number = given(query, "case");
        if (!number.matches("\\d{0,18}")) {
            throw new IllegalArgumentException("case: '" + number + "' (expected: a number)");
        }
        return new DeliveryFilter(
                given(query, "from").isEmpty() ? now.minus(LONG_AGO) : Requests.instant("from", given(query, "from")),
                given(query, "to").isEmpty() ? now.plusSeconds(1) : Requests.instant("to", given(query, "to")),
                Optional.of(given(query, "channel")).filter(channel -> !channel.isEmpty()),
                states.isEmpty() ? EnumSet.allOf(Delivery.State.class) : states(Arrays.asList(states.split(",", -1))),
                number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number)));
    }

    /** For sending again everything must be said: a span that nobody chose could ring a whole county. */
    static DeliveryFilter of(JsonObject body) {
        JsonArray states = body.getJsonArray("states", new JsonArray());
        return new DeliveryFilter(
                Requests.instant(body, "from"),
                Requests.instant(body, "to"),
                Optional.of(Requests.text(body, "channel")).filter(channel -> !channel.isEmpty()),
                states(states.stream().map(String::valueOf).toList()),
                OptionalLong.empty());
    }

    static List<UUID> ids(JsonObject body) {
        if (!(body.getValue("ids") instanceof JsonArray given) || given.size() > ReplayDesk.MOST) {
            throw new IllegalArgumentException("ids: no list (expected: at most " + ReplayDesk.MOST + " ids)");
        }
        List<UUID> ids = new ArrayList<>();
        for (Object one : given) {
            ids.add(UUID.fromString(String.valueOf(one)));
        }
        return ids;
    }

    private static Set<Delivery.State> states(List<String> names) {
        Set<Delivery.State> states = EnumSet.noneOf(Delivery.State.class);
        names.forEach(name -> states.add(Requests.named(Delivery.State.class, name)));
        return states;
    }

    private static String given(MultiMap query, String name) {
        return Objects.requireNonNullElse(query.get(name), "");
    }
}
