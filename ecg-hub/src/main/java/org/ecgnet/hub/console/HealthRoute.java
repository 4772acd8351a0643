package org.ecgnet.hub.console;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.identity.AccountRepository;
import org.ecgnet.hub.store.Database;

/** Whether the console and its database answer; for a load balancer or a watchdog, without a login. */
final class HealthRoute implements Routes {

    private static final String NOBODY = "";

    private final Database database;
    private final Workers workers;

    HealthRoute(RouteParts parts) {
        this.database = parts.database();
        this.workers = parts.workers();
    }

    @Override
    public void mount(Router router) {
        router.get("/api/health").handler(this::health);
    }

    private void health(RoutingContext context) {
        workers.run(
                context,
                () -> database.inTransaction(transaction ->
                        transaction.repository(AccountRepository.class).find(NOBODY)),
                found -> Answers.json(context, new JsonObject().put("status", "up")));
    }
}
