package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.worklist.handover.Handover;
import org.ecgnet.hub.worklist.handover.HandoverAnswer;
import org.ecgnet.hub.worklist.handover.HandoverDesk;

/** The change of shift. */
public final class HandoverRoutes implements Routes {

    private final RouteParts parts;
    private final HandoverDesk desk;

    public HandoverRoutes(RouteParts parts, HandoverDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/handovers").handler(context -> parts.gate().enter(context, Right.READ_EXAMS, this::waiting));
        router.post("/api/handovers").handler(context -> parts.gate().enter(context, Right.HANDLE_CASES, this::offer));
        router.post("/api/exams/:id/take")
                .handler(context -> parts.gate().enter(context, Right.HANDLE_CASES, this::take));
    }

    private void waiting(RoutingContext context, Account account) {
        parts.workers().run(context, desk::waiting, (List<Handover> all) -> {
            var list = new JsonArray();
            all.forEach(handover -> list.add(json(handover)));
            Answers.json(context, new JsonObject().put("handovers", list));
        });
    }

    private static JsonObject json(Handover handover) {
        var items = new JsonArray();
        handover.items()
                .forEach(item -> items.add(
                        new JsonObject().put("examId", item.examId().toString()).put("nextAction", item.nextAction())));
        return new JsonObject()
                .put("from", handover.from().name())
                .put("account", handover.from().account())
                .put("offeredAt", handover.offeredAt().toString())
                .put("items", items);
    }

    private void offer(RoutingContext context, Account account) {
        Instant now = parts.clock().instant();
        List<Handover.Item> items;
        try {
            items = items(Requests.body(context).orElseThrow(() -> new IllegalArgumentException("no JSON object")));
        } catch (IllegalArgumentException | ClassCastException e) {
            Answers.refuse(context, 400, "the hand-over is not clear: " + e.getMessage());
            return;
        }
        parts.workers()
                .run(context, () -> desk.offer(Gate.person(account), items, now), answer -> answer(context, answer));
    }

    private static List<Handover.Item> items(JsonObject body) {
        List<Handover.Item> items = new ArrayList<>();
        for (Object one : body.getJsonArray("items", new JsonArray())) {
            if (!(one instanceof JsonObject item)) {
                throw new IllegalArgumentException("items: no objects (expected: {examId, nextAction})");
            }
            items.add(
                    new Handover.Item(ExamId.parse(Requests.text(item, "examId")), Requests.text(item, "nextAction")));
        }
        return items;
    }

    private void take(RoutingContext context, Account account) {
        Optional<ExamId> id = Requests.examId(context);
        if (id.isEmpty()) {
            Answers.refuse(context, 404, "no such exam");
            return;
        }
        Instant now = parts.clock().instant();
        parts.workers()
                .run(context, () -> desk.take(id.get(), Gate.person(account), now), answer -> answer(context, answer));
    }

    private static void answer(RoutingContext context, HandoverAnswer answer) {
        switch (answer) {
            case DONE -> Answers.nothing(context);
            case NOTHING_NAMED -> Answers.refuse(context, 400, "name at least one exam");
            case NO_SUCH_EXAM -> Answers.refuse(context, 404, "no such exam");
            case NOT_ON_OFFER ->
                Answers.refuse(context, 409, answer.name(), "交接状态已改变，请刷新", "somebody was quicker: look again");
        }
    }
}
