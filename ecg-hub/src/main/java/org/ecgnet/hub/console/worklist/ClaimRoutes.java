package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.worklist.desk.ClaimAnswer;
import org.ecgnet.hub.worklist.desk.ClaimDesk;
import org.ecgnet.hub.worklist.repeat.RepeatAnswer;
import org.ecgnet.hub.worklist.repeat.RepeatDesk;
import org.ecgnet.hub.worklist.repeat.RepeatReason;
import org.ecgnet.hub.worklist.repeat.RepeatRequest;

/** Who works on which exam, and exams that go back to their clinic. */
public final class ClaimRoutes implements Routes {

    private final RouteParts parts;
    private final ClaimDesk claims;
    private final RepeatDesk repeats;

    public ClaimRoutes(RouteParts parts, ClaimDesk claims, RepeatDesk repeats) {
        this.parts = parts;
        this.claims = claims;
        this.repeats = repeats;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/exams/:id/claim").handler(context -> parts.gate().exam(context, this::show));
        router.post("/api/exams/:id/claim").handler(context -> onExam(context, Right.HANDLE_CASES, this::claim));
        router.post("/api/exams/:id/release").handler(context -> onExam(context, Right.HANDLE_CASES, this::release));
        router.post("/api/exams/:id/repeat").handler(context -> onExam(context, Right.SEND_BACK, this::repeat));
        router.post("/api/worklist/next")
                .handler(context -> parts.gate().enter(context, Right.HANDLE_CASES, this::next));
    }

    private void onExam(RoutingContext context, Right right, ExamAction action) {
        parts.gate().enter(context, right, (entered, account) -> {
            Optional<ExamId> id = Requests.examId(entered);
            Optional<JsonObject> body = Requests.body(entered);
            if (id.isEmpty()) {
                Answers.refuse(entered, 404, "no such exam");
            } else if (body.isEmpty()) {
                Answers.refuse(entered, 400, "the body is no JSON object");
            } else {
                action.on(entered, account, id.get(), body.get());
            }
        });
    }

    private void show(RoutingContext context, Account account) {
        Optional<ExamId> id = Requests.examId(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such exam");
            return;
        }
        parts.workers().run(context, () -> claims.of(id.get()), claim -> {
            var json = new JsonObject();
            claim.ifPresent(one -> json.put("claim", WorklistJson.of(one)));
            Answers.json(context, json);
        });
    }

    private void claim(RoutingContext context, Account account, ExamId id, JsonObject body) {
        boolean takeOver = Boolean.TRUE.equals(body.getValue("takeOver"));
        Instant now = parts.clock().instant();
        Person person = Gate.person(account);
        parts.workers()
                .run(
                        context,
                        () -> takeOver ? claims.takeOver(id, person, now) : claims.claim(id, person, now),
                        answer -> answer(context, answer));
    }

    private void next(RoutingContext context, Account account) {
        Instant now = parts.clock().instant();
        parts.workers().run(context, () -> claims.next(Gate.person(account), now), answer -> answer(context, answer));
    }

    private void release(RoutingContext context, Account account, ExamId id, JsonObject body) {
        parts.workers()
                .run(
                        context,
                        () -> {
                            claims.release(id, Gate.person(account));
                            return id;
                        },
                        released -> Answers.nothing(context));
    }

    private void repeat(RoutingContext context, Account account, ExamId id, JsonObject body) {
        Instant now = parts.clock().instant();
        RepeatRequest request;
        try {
            request = new RepeatRequest(
                    id,
                    Requests.choice(RepeatReason.class, body, "reason"),
                    Requests.text(body, "note"),
                    Gate.person(account),
                    now);
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        parts.workers().run(context, () -> repeats.ask(request), answer -> answer(context, answer));
    }

    private static void answer(RoutingContext context, RepeatAnswer answer) {
        switch (answer) {
            case ASKED -> Answers.json(context, new JsonObject().put("asked", true));
            case NO_SUCH_EXAM -> Answers.refuse(context, 404, "no such exam");
            case ANSWER_THE_CASE_FIRST ->
                Answers.refuse(context, 409, answer.name(), "请先复述确认该危急值", "read its critical case back first");
            case ASKED_BEFORE -> Answers.refuse(context, 409, answer.name(), "已要求重新采集", "the clinic was asked before");
        }
    }

    private static void answer(RoutingContext context, ClaimAnswer answer) {
        if (answer instanceof ClaimAnswer.Yours yours) {
            Answers.json(context, WorklistJson.of(yours.claim()));
        } else if (answer instanceof ClaimAnswer.Theirs theirs) {
            String by = theirs.claim().by().name();
            Answers.json(
                    context,
                    409,
                    Answers.refusal("CLAIMED", by + " 正在阅读", by + " reads it")
                            .put("claim", WorklistJson.of(theirs.claim())));
        } else if (answer instanceof ClaimAnswer.NoSuchExam) {
            Answers.refuse(context, 404, "no such exam");
        } else {
            Answers.nothing(context);
        }
    }

    /** Something done about one exam. */
    private interface ExamAction {
        void on(RoutingContext context, Account account, ExamId id, JsonObject body);
    }
}
