package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonArray;
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
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.worklist.callback.CallBack;
import org.ecgnet.hub.worklist.callback.CallBackAnswer;
import org.ecgnet.hub.worklist.callback.CallBackDesk;

/** Clinics that ask to be called, and who calls them. What a clinic wrote is with the exam, not in this list. */
public final class CallBackRoutes implements Routes {

    private final RouteParts parts;
    private final CallBackDesk desk;
    private final ClinicDirectory clinics;

    public CallBackRoutes(RouteParts parts, CallBackDesk desk, ClinicDirectory clinics) {
        this.parts = parts;
        this.desk = desk;
        this.clinics = clinics;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/call-backs").handler(context -> parts.gate().enter(context, Right.READ_EXAMS, this::list));
        router.post("/api/exams/:id/call-back/take")
                .handler(context -> onWish(
                        context,
                        (id, body, by, now) ->
                                desk.take(id, seq(body), Boolean.TRUE.equals(body.getValue("takeOver")), by, now)));
        router.post("/api/exams/:id/call-back/done")
                .handler(context -> onWish(context, (id, body, by, now) -> desk.done(id, seq(body), by, now)));
    }

    private void list(RoutingContext context, Account account) {
        parts.workers()
                .run(
                        context,
                        desk::open,
                        open -> Answers.json(
                                context,
                                new JsonObject()
                                        .put(
                                                "items",
                                                new JsonArray(open.stream()
                                                        .map(this::listed)
                                                        .toList()))));
    }

    private JsonObject listed(CallBack wish) {
        Clinic clinic = clinics.find(wish.site());
        return WorklistJson.of(wish)
                .put("examId", wish.examId().toString())
                .put("site", wish.site().value())
                .put("clinic", clinic.name())
                .put("phone", clinic.phone());
    }

    private void onWish(RoutingContext context, Step step) {
        parts.gate().enter(context, Right.READ_EXAMS, (entered, account) -> {
            Optional<ExamId> id = Requests.examId(entered);
            Optional<JsonObject> body =
                    Requests.body(entered).filter(given -> given.getValue("seq") instanceof Integer);
            if (id.isEmpty() || body.isEmpty()) {
                Answers.refuse(entered, id.isEmpty() ? 404 : 400, id.isEmpty() ? "no such exam" : "seq: no number");
                return;
            }
            Instant now = parts.clock().instant();
            parts.workers()
                    .run(
                            entered,
                            () -> step.with(id.get(), body.get(), Gate.person(account), now),
                            answer -> answer(entered, answer));
        });
    }

    private static int seq(JsonObject body) {
        return body.getInteger("seq");
    }

    private static void answer(RoutingContext context, CallBackAnswer answer) {
        if (answer instanceof CallBackAnswer.Theirs theirs) {
            String by = theirs.wish().taken().map(taken -> taken.by().name()).orElse("");
            Answers.refuse(context, 409, "TAKEN", by + " 正在回电", by + " calls already");
        } else if (answer instanceof CallBackAnswer.Gone) {
            Answers.refuse(
                    context, 409, "GONE", "已回电, 或卫生室又发来消息, 请刷新", "it was made good, or the clinic has said more since");
        } else {
            Answers.nothing(context);
        }
    }

    /** One step about a wish. */
    private interface Step {
        CallBackAnswer with(ExamId id, JsonObject body, Person by, Instant now);
    }
}
