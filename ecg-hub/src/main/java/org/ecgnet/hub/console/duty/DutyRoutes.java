package org.ecgnet.hub.console.duty;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.duty.DutyDesk;
import org.ecgnet.hub.duty.Hearing;
import org.ecgnet.hub.duty.Heartbeat;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;

/** A console's heartbeat, its end, and who is heard now. */
public final class DutyRoutes implements Routes {

    private final RouteParts parts;
    private final DutyDesk desk;

    public DutyRoutes(RouteParts parts, DutyDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/duty").handler(context -> parts.gate().enter(context, Right.READ_EXAMS, this::show));
        router.post("/api/duty/heartbeat")
                .handler(context -> parts.gate().enter(context, Right.READ_EXAMS, this::beat));
        router.post("/api/duty/end").handler(context -> parts.gate().enter(context, Right.READ_EXAMS, this::end));
    }

    private void show(RoutingContext context, Account account) {
        Instant now = parts.clock().instant();
        parts.workers().run(context, () -> described(now), answer -> Answers.json(context, answer));
    }

    private JsonObject described(Instant now) {
        var consoles = new JsonArray();
        for (Heartbeat console : desk.consoles(now)) {
            consoles.add(new JsonObject()
                    .put("name", console.name())
                    .put("reader", console.reader())
                    .put("audible", console.audible())
                    .put("heardAt", console.heardAt().toString()));
        }
        return state(desk.hearing(now)).put("consoles", consoles);
    }

    private void beat(RoutingContext context, Account account) {
        Optional<JsonObject> body = Requests.body(context);
        String console = body.map(json -> json.getString("console", "")).orElse("");
        if (body.isEmpty() || console.isBlank() || console.length() > DutyDesk.LONGEST_CONSOLE) {
            Answers.refuse(context, 400, "console: (expected: 1 to 64 characters), audible: true or false");
            return;
        }
        boolean audible = Boolean.TRUE.equals(body.get().getValue("audible"));
        parts.workers()
                .run(
                        context,
                        () -> desk.beat(
                                console,
                                account.name(),
                                account.displayName(),
                                account.may(Right.HANDLE_CASES),
                                audible,
                                parts.clock().instant()),
                        hearing -> Answers.json(context, state(hearing)));
    }

    private void end(RoutingContext context, Account account) {
        String console = Requests.body(context)
                .map(json -> json.getString("console", ""))
                .orElse("");
        parts.workers()
                .run(
                        context,
                        () -> {
                            desk.end(console, account.name());
                            return console;
                        },
                        done -> Answers.nothing(context));
    }

    private static JsonObject state(Hearing hearing) {
        return new JsonObject().put("state", hearing.state().name());
    }
}
