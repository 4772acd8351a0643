package org.ecgnet.edge.page;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The recording: {@code POST /api/preview} streams for the eye while electrodes are placed, {@code POST
 * /api/recording/start} and {@code /stop}; {@code GET /api/state} and {@code GET /api/settings}.
 */
final class RecordingRoutes {

    private final Desk desk;
    private final PageCalls calls;

    RecordingRoutes(Desk desk, PageCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    void mount(Router router) {
        router.get("/api/state").handler(call -> calls.answer(call, () -> DeskJson.state(desk.state())));
        router.get("/api/settings").handler(call -> PageCalls.json(call, DeskJson.settings(desk.settings())));
        router.post("/api/preview").handler(this::preview);
        router.post("/api/recording/start").handler(this::start);
        router.post("/api/recording/stop").handler(this::stop);
    }

    private void preview(RoutingContext call) {
        boolean on = RequestJson.flag(PageCalls.body(call), "on");
        desk.preview(on);
        PageCalls.json(call, new JsonObject().put("on", on));
    }

    private void start(RoutingContext call) {
        StartRequest request = RequestJson.start(PageCalls.body(call));
        Future.fromCompletionStage(desk.start(request), calls.vertx().getOrCreateContext())
                .onSuccess(outcome -> {
                    if (outcome instanceof StartOutcome.Started started) {
                        PageCalls.json(
                                call,
                                new JsonObject().put("examId", started.examId().toString()));
                    } else if (outcome instanceof StartOutcome.Refused refused) {
                        PageCalls.error(
                                call, PageCalls.CONFLICT, refused.why().name(), "not started: " + refused.why());
                    }
                })
                .onFailure(call::fail);
    }

    private void stop(RoutingContext call) {
        Future.fromCompletionStage(desk.stop(), calls.vertx().getOrCreateContext())
                .onSuccess(stopped -> PageCalls.json(call, new JsonObject().put("stopped", stopped)))
                .onFailure(call::fail);
    }
}
