package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.WorklistOrder;
import org.ecgnet.hub.worklist.WorklistRepository;

/** The worklist, most urgent first, with masked names. */
public final class WorklistRoutes implements Routes {

    private static final int MOST = 500;

    private final Gate gate;
    private final Database database;
    private final Workers workers;
    private final Duration span;
    private final Clock clock;

    /** @param span how far back the list looks */
    public WorklistRoutes(RouteParts parts, Duration span) {
        this.gate = parts.gate();
        this.database = parts.database();
        this.workers = parts.workers();
        this.span = span;
        this.clock = parts.clock();
    }

    @Override
    public void mount(Router router) {
        router.get("/api/worklist").handler(context -> gate.enter(context, Right.READ_EXAMS, this::worklist));
    }

    private void worklist(RoutingContext context, Account account) {
        workers.run(context, this::items, items -> {
            var list = new JsonArray();
            items.forEach(item -> list.add(WorklistJson.of(item)));
            Answers.json(context, new JsonObject().put("items", list));
        });
    }

    private List<WorklistItem> items() {
        return database
                .inTransaction(transaction -> transaction
                        .repository(WorklistRepository.class)
                        .current(clock.instant().minus(span), MOST))
                .stream()
                .sorted(WorklistOrder.MOST_URGENT_FIRST)
                .toList();
    }
}
