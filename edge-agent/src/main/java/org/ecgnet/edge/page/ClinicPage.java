package org.ecgnet.edge.page;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of the clinic's page, on 127.0.0.1 only.
 *
 * <p>Calls: {@code GET /api/state}, {@code GET /api/exams}, {@code GET /api/exams/ID}, {@code GET /api/stream} (server-sent
 * events), {@code POST /api/recording/start}, {@code POST /api/recording/stop}, {@code POST /api/exams/ID/confirm},
 * {@code POST /api/exams/ID/retry}. A POST needs the header {@link PageGuard#OWN_HEADER}. Errors are
 * {@code {"error": CODE, "message": WORDS}} with a fitting status.
 */
public final class ClinicPage implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClinicPage.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_BODY_BYTES = 16 * 1024;
    private static final long START_SECONDS = 10;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int FAILED = 500;

    private final Desk desk;
    private final int wantedPort;
    private final Vertx vertx;
    private final PageFiles files = PageFiles.load();
    private Optional<HttpServer> server = Optional.empty();

    /** @param port 0 takes a free one */
    public ClinicPage(Desk desk, int port) {
        this.desk = desk;
        this.wantedPort = port;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }

    /** @throws IllegalStateException when the port is taken */
    public void start() {
        HttpServer made = vertx.createHttpServer(
                        new HttpServerOptions().setHost(LOOPBACK).setPort(wantedPort))
                .requestHandler(router());
        try {
            server = Optional.of(made.listen().await(START_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException | RuntimeException e) {
            throw cannotListen(e);
        }
    }

    private IllegalStateException cannotListen(Exception e) {
        return new IllegalStateException(
                "the page cannot listen on " + LOOPBACK + ":" + wantedPort
                        + ": is another agent running? Change page.port",
                e);
    }

    /** Where it listens. */
    public int port() {
        return server.orElseThrow(() -> new IllegalStateException("not started"))
                .actualPort();
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(new PageGuard(files.importMapHash(), this::port));
        router.post().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
        router.get("/api/state").handler(call -> answer(call, () -> DeskJson.state(desk.state())));
        router.get("/api/exams").handler(call -> answer(call, this::exams));
        router.get("/api/exams/:id").handler(call -> withExam(call, this::showExam));
        router.get("/api/stream").handler(new DeskStream(vertx, desk));
        router.post("/api/recording/start").handler(this::startRecording);
        router.post("/api/recording/stop").handler(this::stopRecording);
        router.post("/api/exams/:id/confirm").handler(call -> withExam(call, this::confirm));
        router.post("/api/exams/:id/retry").handler(call -> withExam(call, this::retry));
        router.get().handler(files);
        router.route().failureHandler(ClinicPage::failed);
        return router;
    }

    private JsonObject exams() {
        return new JsonObject().put("exams", DeskJson.exams(desk.exams(DeskJson.SHOWN_EXAMS)));
    }

    private void showExam(RoutingContext call, ExamId examId) {
        later(
                call,
                () -> desk.exam(examId),
                exam -> exam.ifPresentOrElse(
                        found -> json(call, DeskJson.exam(found)),
                        () -> error(call, NOT_FOUND, "NO_EXAM", "no exam of this id on this computer")));
    }

    private void startRecording(RoutingContext call) {
        StartRequest request;
        try {
            request = RequestJson.start(body(call));
        } catch (IllegalArgumentException e) {
            error(call, BAD_REQUEST, "BAD_REQUEST", String.valueOf(e.getMessage()));
            return;
        }
        Future.fromCompletionStage(desk.start(request), vertx.getOrCreateContext())
                .onSuccess(outcome -> {
                    if (outcome instanceof StartOutcome.Started started) {
                        json(
                                call,
                                new JsonObject().put("examId", started.examId().toString()));
                    } else if (outcome instanceof StartOutcome.Refused refused) {
                        error(call, CONFLICT, refused.why().name(), "not started: " + refused.why());
                    }
                })
                .onFailure(call::fail);
    }

    private void stopRecording(RoutingContext call) {
        Future.fromCompletionStage(desk.stop(), vertx.getOrCreateContext())
                .onSuccess(stopped -> json(call, new JsonObject().put("stopped", stopped)))
                .onFailure(call::fail);
    }

    private void confirm(RoutingContext call, ExamId examId) {
        JsonObject body = body(call);
        ClinicAction action;
        try {
            action = ClinicAction.valueOf(body.getString("action", ""));
        } catch (IllegalArgumentException e) {
            error(call, BAD_REQUEST, "BAD_REQUEST", "action (expected: SEEN, CALLED_120 or TRANSFERRED)");
            return;
        }
        later(call, () -> desk.confirm(examId, action, body.getString("by", "")), stored -> {
            if (stored) {
                json(call, new JsonObject().put("confirmed", action.name()));
            } else {
                error(call, CONFLICT, "NOT_ENDED", "no ended exam of this id on this computer");
            }
        });
    }

    private void retry(RoutingContext call, ExamId examId) {
        answer(call, () -> {
            desk.retry(examId);
            return new JsonObject().put("retried", true);
        });
    }

    private void withExam(RoutingContext call, BiConsumer<RoutingContext, ExamId> handler) {
        ExamId examId;
        try {
            examId = ExamId.parse(call.pathParam("id"));
        } catch (IllegalArgumentException e) {
            error(call, BAD_REQUEST, "BAD_REQUEST", "exam id (expected: a UUID)");
            return;
        }
        handler.accept(call, examId);
    }

    private static JsonObject body(RoutingContext call) {
        String text = call.body().asString();
        try {
            return text == null || text.isBlank() ? new JsonObject() : new JsonObject(text);
        } catch (DecodeException e) {
            throw new IllegalArgumentException("body (expected: a JSON object)", e);
        }
    }

    private void answer(RoutingContext call, Callable<JsonObject> work) {
        later(call, work, body -> json(call, body));
    }

    /** The store is asked on a worker, never on the event loop. */
    private <T> void later(RoutingContext call, Callable<T> work, Handler<T> then) {
        vertx.executeBlocking(work, false).onSuccess(then).onFailure(call::fail);
    }

    private static void json(RoutingContext call, JsonObject body) {
        call.response()
                .putHeader("content-type", "application/json; charset=utf-8")
                .end(body.encode());
    }

    private static void error(RoutingContext call, int status, String code, String words) {
        call.response().setStatusCode(status);
        json(call, new JsonObject().put("error", code).put("message", words));
    }

    private static void failed(RoutingContext call) {
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

    @Override
    public void close() {
        try {
            vertx.close().await(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOGGER.warn("The page did not close in time");
        }
    }
}
