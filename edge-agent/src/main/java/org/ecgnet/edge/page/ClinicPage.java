package org.ecgnet.edge.page;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of the clinic's page, on 127.0.0.1 only.
 *
 * <p>Its calls stand with {@link PatientRoutes}, {@link RecordingRoutes} and {@link ExamRoutes}; {@code GET /api/stream} is
 * {@link DeskStream}'s. A POST needs the header {@link PageGuard#OWN_HEADER}. Errors are
 * {@code {"error": CODE, "message": WORDS}} with a fitting status.
 */
public final class ClinicPage implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClinicPage.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_BODY_BYTES = 16 * 1024;
    private static final long START_SECONDS = 10;

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
        PageCalls calls = new PageCalls(vertx);
        router.route().handler(new PageGuard(files.importMapHash(), this::port));
        router.post().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
        new PatientRoutes(desk, calls).mount(router);
        new RecordingRoutes(desk, calls).mount(router);
        new ExamRoutes(desk, calls).mount(router);
        router.get("/api/stream").handler(new DeskStream(vertx, desk));
        router.get().handler(files);
        router.route().failureHandler(PageCalls::failed);
        return router;
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
