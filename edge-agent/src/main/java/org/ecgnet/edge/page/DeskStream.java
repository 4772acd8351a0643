package org.ecgnet.edge.page;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ecgnet.edge.capture.LiveFrame;
import org.ecgnet.edge.electrode.Contact;

/**
 * Server-sent events for one open page: {@code desk} (state and exams) at once and whenever something changes, and
 * {@code live} with the trace.
 *
 * <p>A browser that does not keep up loses live frames, never states.
 */
final class DeskStream implements Handler<RoutingContext> {

    private static final long SETTLE_MILLIS = 50;
    private static final long REMIND_MILLIS = 5000;

    private final Vertx vertx;
    private final Desk desk;

    DeskStream(Vertx vertx, Desk desk) {
        this.vertx = vertx;
        this.desk = desk;
    }

    @Override
    public void handle(RoutingContext call) {
        HttpServerResponse response =
                call.response().setChunked(true).putHeader("content-type", "text/event-stream; charset=utf-8");
        Viewer viewer = new Viewer(response, vertx.getOrCreateContext());
        Desk.Watching watching = desk.watch(viewer);
        long reminder = vertx.setPeriodic(REMIND_MILLIS, id -> viewer.changed());
        response.closeHandler(closed -> {
            watching.close();
            vertx.cancelTimer(reminder);
        });
        response.exceptionHandler(broken -> watching.close());
        viewer.changed();
    }

    /** One browser. Called from any thread, writes on its own event loop. */
    private final class Viewer implements DeskWatcher {

        private final HttpServerResponse response;
        private final Context context;
        private final AtomicBoolean asked = new AtomicBoolean();

        Viewer(HttpServerResponse response, Context context) {
            this.response = response;
            this.context = context;
        }

        @Override
        public void changed() {
            if (asked.compareAndSet(false, true)) {
                context.runOnContext(now -> vertx.setTimer(SETTLE_MILLIS, id -> send()));
            }
        }

        private void send() {
            asked.set(false);
            vertx.executeBlocking(
                            () -> new JsonObject()
                                    .put("state", DeskJson.state(desk.state()))
                                    .put("exams", ExamJson.exams(desk.exams(ExamJson.SHOWN_EXAMS))),
                            false)
                    .onSuccess(body -> write("desk", body));
        }

        @Override
        public void live(LiveFrame frame) {
            context.runOnContext(now -> {
                if (!response.writeQueueFull()) {
                    write("live", DeskJson.live(frame));
                }
            });
        }

        @Override
        public void contact(Contact contact) {
            context.runOnContext(now -> write("contact", DeskJson.contact(contact)));
        }

        private void write(String event, JsonObject body) {
            if (!response.ended() && !response.closed()) {
                response.write("event: " + event + "\ndata: " + body.encode() + "\n\n");
            }
        }
    }
}
