package org.ecgnet.hub.console.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.delivery.DeliveryFilter;
import org.ecgnet.hub.delivery.DeliveryLogRepository;
import org.ecgnet.hub.delivery.LoggedDelivery;
import org.ecgnet.hub.delivery.ReplayDesk;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.paging.run.Attempt;
import org.ecgnet.hub.paging.run.DeliveryRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/** The log of deliveries, and sending again. */
public final class DeliveryRoutes implements Routes {

    private static final int MOST = 200;

    private final Gate gate;
    private final Database database;
    private final Workers workers;
    private final Clock clock;
    private final ReplayDesk desk;
    private final Set<String> channels;

    /** @param channels that this hub sends by */
    public DeliveryRoutes(RouteParts parts, ReplayDesk desk, Set<String> channels) {
        this.gate = parts.gate();
        this.database = parts.database();
        this.workers = parts.workers();
        this.clock = parts.clock();
        this.desk = desk;
        this.channels = Set.copyOf(channels);
    }

    @Override
    public void mount(Router router) {
        router.get("/api/deliveries").handler(context -> gate.enter(context, Right.ADMINISTER, this::list));
        router.get("/api/deliveries/:id").handler(context -> gate.enter(context, Right.ADMINISTER, this::show));
        router.post("/api/deliveries/replay").handler(context -> gate.enter(context, Right.ADMINISTER, this::replay));
    }

    private void list(RoutingContext context, Account account) {
        answer(context, () -> {
            DeliveryFilter filter = DeliveryQuery.of(context.request().params(), clock.instant());
            return database.inTransaction(transaction -> listed(transaction, filter));
        });
    }

    private JsonObject listed(Transaction transaction, DeliveryFilter filter) {
        List<LoggedDelivery> found =
                transaction.repository(DeliveryLogRepository.class).find(filter, MOST + 1);
        return new JsonObject()
                .put(
                        "items",
                        new JsonArray(
                                found.stream().limit(MOST).map(DeliveryJson::of).toList()))
                .put("more", found.size() > MOST)
                .put("channels", new JsonArray(channels.stream().sorted().toList()))
                .put(
                        "disabled",
                        new JsonArray(transaction.repository(DeliveryRepository.class).disabled().stream()
                                .sorted()
                                .toList()));
    }

    private void show(RoutingContext context, Account account) {
        Optional<UUID> id = Requests.id(context);
        workers.run(
                context,
                () -> id.flatMap(known -> database.inTransaction(transaction -> shown(transaction, known))),
                shown -> {
                    if (shown.isPresent()) {
                        Answers.json(context, shown.get());
                    } else {
                        Answers.refuse(context, 404, "no such delivery");
                    }
                });
    }

    private static Optional<JsonObject> shown(Transaction transaction, UUID id) {
        var log = transaction.repository(DeliveryLogRepository.class);
        List<Attempt> attempts =
                transaction.repository(DeliveryRepository.class).attempts(id);
        return log.find(id).map(found -> DeliveryJson.of(found)
                .put(
                        "log",
                        new JsonArray(
                                attempts.stream().map(DeliveryJson::attempt).toList()))
                .put("content", log.content(id).orElse("")));
    }

    private void replay(RoutingContext context, Account account) {
        answer(context, () -> {
            JsonObject body = Requests.body(context)
                    .orElseThrow(() -> new IllegalArgumentException("the body is no JSON object"));
            int count = body.containsKey("ids")
                    ? desk.replay(DeliveryQuery.ids(body), account.name(), clock.instant())
                    : desk.replay(DeliveryQuery.of(body), account.name(), clock.instant());
            return new JsonObject().put("count", count);
        });
    }

    /** An {@link IllegalArgumentException} of the work is a bad request, in words for people. */
    private void answer(RoutingContext context, Supplier<JsonObject> work) {
        workers.run(context, () -> attempt(work), done -> done.accept(context));
    }

    private static Consumer<RoutingContext> attempt(Supplier<JsonObject> work) {
        try {
            JsonObject answer = work.get();
            return context -> Answers.json(context, answer);
        } catch (IllegalArgumentException e) {
            return context -> Answers.refuse(context, 400, String.valueOf(e.getMessage()));
        }
    }
}
