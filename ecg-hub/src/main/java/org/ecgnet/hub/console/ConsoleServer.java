package org.ecgnet.hub.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ecgnet.hub.console.account.AccountRoutes;
import org.ecgnet.hub.console.account.PasswordWork;
import org.ecgnet.hub.console.audit.AuditRoutes;
import org.ecgnet.hub.console.cases.CaseRoutes;
import org.ecgnet.hub.console.dispatch.CallbackRoute;
import org.ecgnet.hub.console.exam.ExamRoutes;
import org.ecgnet.hub.console.live.EventStream;
import org.ecgnet.hub.console.login.LoginRoutes;
import org.ecgnet.hub.console.people.PeopleRoutes;
import org.ecgnet.hub.console.site.SiteRoutes;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.ContentSecurityPolicy;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.PageFiles;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.SecurityHeaders;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.console.worklist.ClaimRoutes;
import org.ecgnet.hub.console.worklist.HandoverRoutes;
import org.ecgnet.hub.console.worklist.SearchRoutes;
import org.ecgnet.hub.console.worklist.WorklistRoutes;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.identity.StaffDesk;
import org.ecgnet.hub.site.TechnicalLane;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.worklist.WorklistSettings;
import org.ecgnet.hub.worklist.desk.ClaimDesk;
import org.ecgnet.hub.worklist.handover.HandoverDesk;
import org.ecgnet.hub.worklist.repeat.RepeatDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console's HTTPS server. Close it before the database. */
public final class ConsoleServer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConsoleServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LARGEST_BODY_BYTES = 64 * 1024;
    private static final int DATABASE_THREADS = 6;
    private static final int PASSWORD_THREADS = 2;

    private final Vertx vertx;
    private final EventStream stream;
    private final HttpServer server;
    private final List<String> addresses;

    private ConsoleServer(Vertx vertx, EventStream stream, HttpServer server, List<String> addresses) {
        this.vertx = vertx;
        this.stream = stream;
        this.server = server;
        this.addresses = addresses;
    }

    /**
     * Returns when it listens.
     *
     * @throws ConsoleException when it cannot, such as with a port in use or a key store that cannot be read
     */
    public static ConsoleServer start(ConsoleSettings settings, TlsKey key, ConsoleServices services) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(DATABASE_THREADS));
        try {
            Router router = Router.router(vertx);
            EventStream stream = mount(router, vertx, services);
            List<String> addresses = addresses(router);
            HttpServer server = await(vertx.createHttpServer(options(key))
                    .requestHandler(router)
                    .listen(settings.port(), settings.host()));
            LOGGER.info("console on {}:{}", settings.host(), server.actualPort());
            return new ConsoleServer(vertx, stream, server, addresses);
        } catch (ConsoleException e) {
            vertx.close();
            throw new ConsoleException("the console cannot listen on " + settings.host() + ":" + settings.port(), e);
        }
    }

    private static HttpServerOptions options(TlsKey key) {
        return new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                        new PfxOptions().setPath(key.keyStore().toString()).setPassword(key.password()))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setCompressionSupported(true)
                .setMaxHeaderSize(16 * 1024)
                .setIdleTimeout(60)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    private static EventStream mount(Router router, Vertx vertx, ConsoleServices services) {
        Clock clock = services.clock();
        SignIn signIn = services.signIn();
        Workers workers = new Workers(vertx.createSharedWorkerExecutor("console", DATABASE_THREADS));
        var passwords = new PasswordWork(
                new Workers(vertx.createSharedWorkerExecutor("console-password", PASSWORD_THREADS)), clock);
        Gate gate = new Gate(signIn, services.database(), workers, clock);
        var parts = new RouteParts(gate, workers, services.database(), clock);

        router.route().handler(new SecurityHeaders(ContentSecurityPolicy.of(PageFiles.startPage()), clock));
        router.post().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY_BYTES));
        new HealthRoute(parts).mount(router);
        new LoginRoutes(parts, signIn, passwords).mount(router);
        new AccountRoutes(parts, signIn.secondFactor(), passwords).mount(router);
        worklist(parts, services).forEach(routes -> routes.mount(router));
        new ExamRoutes(parts, services.reports()).mount(router);
        new CaseRoutes(parts, services.desk()).mount(router);
        new AuditRoutes(parts).mount(router);
        new PeopleRoutes(parts, new StaffDesk(services.database(), services.events())).mount(router);
        services.callback().ifPresent(callback -> new CallbackRoute(parts, callback).mount(router));
        services.more().forEach(routes -> routes.with(parts).mount(router));
        EventStream stream = new EventStream(parts, vertx, services.events(), signIn);
        stream.mount(router);
        router.route("/api/*").handler(context -> Answers.refuse(context, 404, "no such address"));
        router.get("/webjars/*").handler(PageFiles.libraries());
        router.get().handler(PageFiles.console());
        router.route().failureHandler(Answers::failed);
        return stream;
    }

    private static List<Routes> worklist(RouteParts parts, ConsoleServices services) {
        Database database = services.database();
        WorklistSettings settings = services.worklist();
        var claims = new ClaimDesk(database, services.events(), settings.claimLease(), settings.span());
        return List.of(
                new WorklistRoutes(parts, settings.span(), settings.goals(), services.reports()),
                new ClaimRoutes(parts, claims, new RepeatDesk(database, services.events())),
                new HandoverRoutes(parts, new HandoverDesk(database, services.events(), settings.claimLease())),
                new SearchRoutes(parts, services.reports()),
                new SiteRoutes(parts, TechnicalLane.DEFAULT));
    }

    /** What it answers: method and path, such as {@code GET /api/exams/:id}, in order. */
    public List<String> addresses() {
        return addresses;
    }

    private static List<String> addresses(Router router) {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.methods() != null)
                .flatMap(route -> route.methods().stream().map(method -> method + " " + route.getPath()))
                .sorted()
                .toList();
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        stream.close();
        await(server.close());
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConsoleException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ConsoleException("the web server does not obey", e);
        }
    }
}
