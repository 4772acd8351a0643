package org.ecgnet.hub.console.cases;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.DeskAnswer;
import org.ecgnet.hub.critical.Disposition;
import org.ecgnet.hub.critical.PatientIdentifier;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.ReadBack;
import org.ecgnet.hub.critical.Refusal;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.store.Database;

/** What people do about critical cases, at the desk of {@code hub.critical}. */
public final class CaseRoutes implements Routes {

    private final Gate gate;
    private final CriticalDesk desk;
    private final Database database;
    private final Workers workers;
    private final Clock clock;

    public CaseRoutes(RouteParts parts, CriticalDesk desk) {
        this.gate = parts.gate();
        this.desk = desk;
        this.database = parts.database();
        this.workers = parts.workers();
        this.clock = parts.clock();
    }

    @Override
    public void mount(Router router) {
        router.get("/api/cases/:id").handler(context -> gate.criticalCase(context, this::show));
        post(router, "accept", AuditAction.CASE_ACCEPTED, (id, who, body, now) -> desk.accept(id, who, now));
        post(
                router,
                "acknowledge",
                AuditAction.CASE_ACKNOWLEDGED,
                (id, who, body, now) -> desk.acknowledge(id, who, readBack(body), now));
        post(router, "confirm", AuditAction.CASE_CONFIRMED, (id, who, body, now) -> desk.confirm(id, who, now));
        post(
                router,
                "disposition",
                AuditAction.CASE_DISPOSED,
                (id, who, body, now) -> desk.disposition(
                        id, who, Requests.choice(Disposition.class, body, "what"), Requests.text(body, "note"), now));
        post(
                router,
                "close",
                AuditAction.CASE_CLOSED,
                (id, who, body, now) -> desk.close(id, who, Requests.text(body, "note"), now));
        post(
                router,
                "lower",
                AuditAction.CASE_LOWERED,
                (id, who, body, now) -> desk.lower(
                        id,
                        who,
                        Requests.choice(TriageLevel.class, body, "level"),
                        Requests.text(body, "reason"),
                        now));
        post(
                router,
                "dispatch",
                AuditAction.DISPATCH_ORDERED,
                (id, who, body, now) -> desk.orderDispatch(id, who, now));
        post(
                router,
                "dispatch/cancel",
                AuditAction.DISPATCH_CANCELLED,
                (id, who, body, now) -> desk.cancelDispatch(id, who, Requests.text(body, "reason"), now));
    }

    private void post(Router router, String step, AuditAction action, Action what) {
        router.post("/api/cases/:id/" + step)
                .handler(context -> gate.enter(
                        context, Right.HANDLE_CASES, (entered, account) -> act(entered, account, action, what)));
    }

    private void act(RoutingContext context, Account account, AuditAction action, Action what) {
        Optional<UUID> id = Requests.id(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such case");
            return;
        }
        Optional<JsonObject> body = Requests.body(context);
        if (body.isEmpty()) {
            Answers.refuse(context, 400, "the body is no JSON object");
            return;
        }
        workers.run(
                context,
                () -> attempt(id.get(), account, action, what, body.get()),
                attempt -> answer(context, attempt));
    }

    private Attempt attempt(UUID id, Account account, AuditAction action, Action what, JsonObject body) {
        Instant now = clock.instant();
        DeskAnswer answer;
        try {
            answer = what.at(id, Gate.person(account), body, now);
        } catch (IllegalArgumentException | ClassCastException e) {
            return new Attempt.Unclear(String.valueOf(e.getMessage()));
        }
        AuditEvent event = answer instanceof DeskAnswer.Done done
                ? new AuditEvent(
                        now, account.name(), action, Optional.of(done.known().examId()), Optional.of(id), "")
                : new AuditEvent(
                        now,
                        account.name(),
                        AuditAction.CASE_REFUSED,
                        Optional.empty(),
                        Optional.of(id),
                        action + " " + ((DeskAnswer.Refused) answer).refusal().reason());
        database.transact(
                transaction -> transaction.repository(AuditRepository.class).append(event));
        return new Attempt.Answered(answer);
    }

    private static void answer(RoutingContext context, Attempt attempt) {
        if (attempt instanceof Attempt.Unclear unclear) {
            Answers.refuse(context, 400, unclear.reason());
        } else if (attempt instanceof Attempt.Answered answered
                && answered.answer() instanceof DeskAnswer.Refused refused) {
            Refusal refusal = refused.refusal();
            int status = refusal.reason() == Refusal.Reason.NO_SUCH_CASE ? 404 : 409;
            Answers.refuse(
                    context, status, refusal.reason().name(), refusal.reason().chinese(), refusal.detail());
        } else if (attempt instanceof Attempt.Answered answered && answered.answer() instanceof DeskAnswer.Done done) {
            Answers.json(context, CaseJson.brief(done.known()));
        }
    }

    private void show(RoutingContext context, Account account) {
        Optional<UUID> id = Requests.id(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such case");
            return;
        }
        workers.run(context, () -> desk.find(id.get()), (Optional<CriticalCase> found) -> {
            if (found.isPresent()) {
                Answers.json(context, CaseJson.brief(found.get()));
            } else {
                Answers.refuse(context, 404, "no such case");
            }
        });
    }

    private static ReadBack readBack(JsonObject body) {
        Map<PatientIdentifier, String> identifiers = new EnumMap<>(PatientIdentifier.class);
        for (Map.Entry<String, Object> said : body.getJsonObject("identifiers", new JsonObject())) {
            String value = String.valueOf(said.getValue()).strip();
            if (!value.isEmpty()) {
                identifiers.put(Requests.named(PatientIdentifier.class, said.getKey()), value);
            }
        }
        return new ReadBack(identifiers, Requests.text(body, "rule"));
    }

    /** One thing that can be done about a case. */
    private interface Action {
        DeskAnswer at(UUID caseId, Person person, JsonObject body, Instant now);
    }

    /** What came of a request. */
    private sealed interface Attempt {
        record Answered(DeskAnswer answer) implements Attempt {}

        record Unclear(String reason) implements Attempt {}
    }
}
