package org.ecgnet.hub.paging.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A real HTTP server that answers as it is told, and keeps every request. */
public final class HostileReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = exchange -> reply(exchange, 200, "");

    private HostileReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static HostileReceiver start() throws IOException {
        return start(0);
    }

    public static HostileReceiver start(int port) throws IOException {
        return new HostileReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    public static HostileReceiver startTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new HostileReceiver(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url() {
        return URI.create((server instanceof HttpsServer ? "https" : "http") + "://localhost:" + port() + "/hook");
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public void answer(int status) {
        answer = exchange -> reply(exchange, status, "status " + status);
    }

    public void answer(int status, String header, String value) {
        answer = exchange -> {
            exchange.getResponseHeaders().set(header, value);
            reply(exchange, status, "");
        };
    }

    public void answerWithBody(String body) {
        answer = exchange -> reply(exchange, 200, body);
    }

    /** Takes the request and says nothing until it is closed. */
    public void hang() {
        answer = exchange -> await();
    }

    /** Says 200 and begins a body that never ends. */
    public void dribble() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
        };
    }

    /** Hangs up without an answer. */
    public void reset() {
        answer = HttpExchange::close;
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            requests.add(new Request(
                    headers,
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getRawQuery() == null
                            ? ""
                            : exchange.getRequestURI().getRawQuery()));
            answer.to(exchange);
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request that came. */
    public record Request(Map<String, String> headers, byte[] body, String path, String query) {}

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }
}
