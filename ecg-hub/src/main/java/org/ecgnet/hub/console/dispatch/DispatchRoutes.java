package org.ecgnet.hub.console.dispatch;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.dispatch.AnswerTaken;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchDesk;
import org.ecgnet.hub.dispatch.DispatchRequest;
import org.ecgnet.hub.dispatch.DispatchSettings;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.Database;

/** The built-in page of 120, and what the centre is to read to 120 over the telephone when nobody there accepts. */
public final class DispatchRoutes implements Routes {

    /** The ladder's rung that asks the centre to telephone. */
    private static final String SCRIPT = "dispatch-script";

    private final Gate gate;
    private final Database database;
    private final Workers workers;
    private final Clock clock;
    private final DispatchDesk desk;
    private final DispatchSettings settings;
    private final ClinicDirectory clinics;

    public DispatchRoutes(RouteParts parts, DispatchDesk desk, DispatchSettings settings, ClinicDirectory clinics) {
        this.gate = parts.gate();
        this.database = parts.database();
        this.workers = parts.workers();
        this.clock = parts.clock();
        this.desk = desk;
        this.settings = settings;
        this.clinics = clinics;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/dispatches").handler(context -> gate.enter(context, Right.DISPATCH, this::board));
        router.get("/api/dispatches/unaccepted")
                .handler(context -> gate.enter(context, Right.READ_EXAMS, this::unaccepted));
        router.post("/api/dispatches/:id/answer").handler(context -> gate.enter(context, Right.DISPATCH, this::answer));
        router.post("/api/dispatches/:id/telephone")
                .handler(context -> gate.enter(context, Right.HANDLE_CASES, this::telephone));
    }

    private void board(RoutingContext context, Account account) {
        workers.run(context, () -> desk.board(clock.instant()), board -> {
            var items = new JsonArray();
            board.forEach(request -> items.add(json(request)
                    .put(
                            "ecg",
                            settings.ecgLinks()
                                    .to(request.dispatch().id(), clock.instant())
                                    .token())));
            Answers.json(context, new JsonObject().put("items", items));
        });
    }

    private JsonObject json(DispatchRequest request) {
        return DispatchJson.of(request, clinics.find(request.known().site()), settings.position());
    }

    /** What no person at 120 has taken, with what to read out. */
    private void unaccepted(RoutingContext context, Account account) {
        workers.run(
                context,
                this::unaccepted,
                items -> Answers.json(
                        context, new JsonObject().put("phone", settings.phone()).put("items", new JsonArray(items))));
    }

    private List<JsonObject> unaccepted() {
        return desk.board(clock.instant()).stream()
                .filter(request -> request.known().open()
                        && request.known().dispatch().accepted().isEmpty()
                        && (request.dispatch().state() == DispatchState.SENT
                                || request.dispatch().state() == DispatchState.RECEIVED))
                .map(request -> json(request)
                        .put("caseId", request.known().id().toString())
                        .put("examId", request.exam().id().toString())
                        .put("telephoneNow", scriptDue(request.dispatch())))
                .toList();
    }

    private boolean scriptDue(Dispatch dispatch) {
        return database.inTransaction(
                transaction -> transaction.repository(PageRepository.class).taken(dispatch.caseId()).stream()
                        .anyMatch(step -> step.rung().equals(SCRIPT) && step.round() == dispatch.number()));
    }

    private void answer(RoutingContext context, Account account) {
        act(context, account, (id, body, now) -> {
            DispatchState state = Requests.choice(DispatchState.class, body, "state");
            String note = Requests.text(body, "note");
            if (!state.taken() && state != DispatchState.CANCELLED) {
                throw new IllegalArgumentException("state: " + state + " (expected: an answer of 120)");
            }
            if (state == DispatchState.CANCELLED && note.isEmpty()) {
                throw new IllegalArgumentException("note: none (expected: why the request is called off)");
            }
            return desk.answer(id, Gate.person(account), state, note, now);
        });
    }

    private void telephone(RoutingContext context, Account account) {
        act(context, account, (id, body, now) -> {
            String dispatcher = Requests.text(body, "by");
            if (dispatcher.isEmpty()) {
                throw new IllegalArgumentException("by: none (expected: the name that the dispatcher gave)");
            }
            return desk.acceptedByTelephone(id, dispatcher, Gate.person(account), now);
        });
    }

    private void act(RoutingContext context, Account account, Action action) {
        Optional<UUID> id = Requests.id(context);
        Optional<JsonObject> body = Requests.body(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such dispatch");
        } else if (body.isEmpty()) {
            Answers.refuse(context, 400, "the body is no JSON object");
        } else {
            workers.run(context, () -> attempt(id.get(), body.get(), account, action), done -> done.accept(context));
        }
    }

    /** On a worker: what to answer. */
    private Consumer<RoutingContext> attempt(UUID id, JsonObject body, Account account, Action action) {
        AnswerTaken taken;
        try {
            taken = action.with(id, body, clock.instant());
        } catch (IllegalArgumentException e) {
            return context -> Answers.refuse(context, 400, String.valueOf(e.getMessage()));
        }
        if (taken instanceof AnswerTaken.Taken done) {
            audit(account, done.dispatch());
            Optional<JsonObject> now = desk.find(id).map(this::json);
            return context -> Answers.json(context, now.orElseGet(JsonObject::new));
        }
        if (taken instanceof AnswerTaken.Past past) {
            return context -> Answers.json(context, 409, past(past.dispatch()));
        }
        return context -> Answers.refuse(context, 404, "no such dispatch");
    }

    private static JsonObject past(Dispatch dispatch) {
        String state = dispatch.state().name().toLowerCase(Locale.ROOT);
        return Answers.refusal(
                        "PAST", "已由" + dispatch.by() + "处理, 请看当前状态", "it is " + state + " already, by " + dispatch.by())
                .put("state", dispatch.state().name())
                .put("by", dispatch.by());
    }

    private void audit(Account account, Dispatch dispatch) {
        var event = new AuditEvent(
                dispatch.at(),
                account.name(),
                AuditAction.DISPATCH_ANSWERED,
                Optional.empty(),
                Optional.of(dispatch.caseId()),
                dispatch.state().name().toLowerCase(Locale.ROOT));
        database.transact(
                transaction -> transaction.repository(AuditRepository.class).append(event));
    }

    /** One answer. */
    private interface Action {
        /** @throws IllegalArgumentException for a body that cannot be used, in words for people */
        AnswerTaken with(UUID dispatch, JsonObject body, Instant now);
    }
}
