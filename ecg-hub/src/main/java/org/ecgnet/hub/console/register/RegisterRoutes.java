package org.ecgnet.hub.console.register;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Span;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.register.RegisterColumn;
import org.ecgnet.hub.register.RegisterDesk;
import org.ecgnet.hub.register.RegisterLanguage;
import org.ecgnet.hub.register.RegisterLine;
import org.ecgnet.hub.register.RegisterRefusal;

/** The register at the desk of {@code hub.register}. */
public final class RegisterRoutes implements Routes {

    static final Duration LONGEST_SPAN = Duration.ofDays(400);

    private final RouteParts parts;
    private final RegisterDesk desk;

    public RegisterRoutes(RouteParts parts, RegisterDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/register").handler(context -> parts.gate().exams(context, this::list));
        router.get("/api/register/:id").handler(context -> parts.gate().criticalCase(context, this::open));
        router.post("/api/register/:id")
                .handler(context -> parts.gate().enter(context, Right.HANDLE_CASES, this::write));
    }

    private void list(RoutingContext context, Account account) {
        Optional<Long> number = context.queryParam("number").stream()
                .filter(given -> given.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .findFirst();
        Optional<Span> span;
        try {
            span = number.isEmpty() ? Optional.of(Span.of(context, LONGEST_SPAN)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, e.getMessage() + ", or number");
            return;
        }
        parts.workers()
                .run(
                        context,
                        () -> number.map(wanted -> desk.numbered(account.scope(), wanted).stream()
                                        .toList())
                                .orElseGet(() -> desk.between(
                                        account.scope(),
                                        span.orElseThrow().from(),
                                        span.orElseThrow().to())),
                        (List<RegisterLine> lines) ->
                                Answers.json(context, RegisterJson.list(lines, desk.zone(), language(context))));
    }

    /** The query's {@code language=en}, else Chinese. */
    static RegisterLanguage language(RoutingContext context) {
        return context.queryParam("language").contains("en") ? RegisterLanguage.ENGLISH : RegisterLanguage.CHINESE;
    }

    private void open(RoutingContext context, Account account) {
        Optional<UUID> id = Requests.id(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such line");
            return;
        }
        parts.workers()
                .run(
                        context,
                        () -> desk.open(id.get(), account.name(), parts.clock().instant()),
                        (Optional<RegisterLine> line) -> {
                            if (line.isPresent()) {
                                Answers.json(context, RegisterJson.line(line.get(), desk.zone(), language(context)));
                            } else {
                                Answers.refuse(context, 404, "no such line");
                            }
                        });
    }

    private void write(RoutingContext context, Account account) {
        Optional<UUID> id = Requests.id(context);
        Optional<JsonObject> body = Requests.body(context);
        if (id.isEmpty() || body.isEmpty()) {
            Answers.refuse(context, id.isEmpty() ? 404 : 400, id.isEmpty() ? "no such line" : "no JSON object");
            return;
        }
        Edit edit;
        try {
            edit = new Edit(
                    Requests.choice(RegisterColumn.class, body.get(), "column"),
                    Requests.text(body.get(), "seen"),
                    Requests.text(body.get(), "value"),
                    Requests.text(body.get(), "reason"));
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        var person = Gate.person(account);
        parts.workers()
                .run(
                        context,
                        () -> desk.write(
                                id.get(),
                                edit.column(),
                                edit.seen(),
                                edit.value(),
                                edit.reason(),
                                person,
                                parts.clock().instant()),
                        (Optional<RegisterRefusal> refusal) -> answer(context, refusal));
    }

    private static void answer(RoutingContext context, Optional<RegisterRefusal> refusal) {
        if (refusal.isEmpty()) {
            Answers.nothing(context);
            return;
        }
        RegisterRefusal why = refusal.get();
        int status = why.reason() == RegisterRefusal.Reason.NO_SUCH_LINE ? 404 : 409;
        Answers.refuse(context, status, why.reason().name(), why.reason().chinese(), why.detail());
    }

    /** What somebody writes into a column. */
    private record Edit(RegisterColumn column, String seen, String value, String reason) {}
}
