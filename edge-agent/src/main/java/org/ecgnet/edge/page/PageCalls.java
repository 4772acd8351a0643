package org.ecgnet.edge.page;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.ecgnet.ecg.ExamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes share: bodies in, answers and errors out, blocking work on a worker. */
final class PageCalls {

    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    private static final int FAILED = 500;
    private static final Logger LOGGER = LoggerFactory.getLogger(PageCalls.class);

    private final Vertx vertx;

    PageCalls(Vertx vertx) {
        this.vertx = vertx;
    }

    Vertx vertx() {
        return vertx;
    }

    static JsonObject body(RoutingContext call) {
        String text = call.body().asString();
        try {
            return text == null || text.isBlank() ? new JsonObject() : new JsonObject(text);
        } catch (DecodeException e) {
            throw new IllegalArgumentException("body (expected: a JSON object)"); // the cause would quote it
        }
    }

    /** Answers with what the work gives. */
    void answer(RoutingContext call, Callable<JsonObject> work) {
        later(call, work, body -> json(call, body));
    }

    /** The store and the card reader are asked on a worker, never on the event loop. */
    <T> void later(RoutingContext call, Callable<T> work, Handler<T> then) {
        vertx.executeBlocking(work, false).onSuccess(then).onFailure(call::fail);
    }

    /** Calls the handler with the exam id of the path. */
    static void withExam(RoutingContext call, BiConsumer<RoutingContext, ExamId> handler) {
        ExamId examId;
        try {
            examId = ExamId.parse(call.pathParam("id"));
        } catch (IllegalArgumentException e) {
            error(call, BAD_REQUEST, "BAD_REQUEST", "exam id (expected: a UUID)");
            return;
        }
        handler.accept(call, examId);
    }

    static void json(RoutingContext call, JsonObject body) {
        call.response()
                .putHeader("content-type", "application/json; charset=utf-8")
                .end(body.encode());
    }

    static void error(RoutingContext call, int status, String code, String words) {
        call.response().setStatusCode(status);
        json(call, new JsonObject().put("error", code).put("message", words));
    }

    static void failed(RoutingContext call) {
        Throwable cause = call.failure();
        if (call.response().ended()) {
            return;
        }
        if (cause instanceof IllegalArgumentException) {
            error(call, BAD_REQUEST, "BAD_REQUEST", String.valueOf(cause.getMessage()));
        } else if (cause != null) {
            LOGGER.error("A call of the page failed: {}", call.currentRoute(), cause);
            error(call, FAILED, "FAILED", "the agent could not do this: see its log");
        } else {
            error(call, call.statusCode() < 0 ? FAILED : call.statusCode(), "REFUSED", "refused");
        }
    }
}
