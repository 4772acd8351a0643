package org.ecgnet.ops.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Takes signed webhooks on this machine's loopback address: checks the signature, takes each id once, and keeps when it
 * came. Safe for use by many threads.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int THREADS = 4;
    private static final int LARGEST_BODY = 64 * 1024;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads;
    private final ReceivedSignature signature;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final Map<String, ReceivedEvent> events = new LinkedHashMap<>();
    private final Map<String, Integer> arrivals = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final Deque<Misbehaviour> misbehaviours = new ArrayDeque<>();

    private WebhookReceiver(HttpServer server, ExecutorService threads, String secret, Clock clock) {
        this.server = server;
        this.threads = threads;
        this.signature = new ReceivedSignature(secret, TOLERANCE);
        this.clock = clock;
    }

    /**
     * @param port 0 for a free one, see {@link #url()}
     * @param secret {@code whsec_} and base64, as the hub has it
     * @throws UncheckedIOException when the port is taken
     */
    public static WebhookReceiver start(int port, String secret) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
                Thread thread = new Thread(work, "webhook-receiver");
                thread.setDaemon(true);
                return thread;
            });
            var receiver = new WebhookReceiver(server, threads, secret, Clock.systemUTC());
            server.createContext("/", receiver::handle);
            server.setExecutor(threads);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback port " + port, e);
        }
    }

    /** Where the hub must post. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** What was taken, each once, in the order of arrival. */
    public List<ReceivedEvent> received() {
        lock.lock();
        try {
            return List.copyOf(events.values());
        } finally {
            lock.unlock();
        }
    }

    /** How often the id has come, taken or not. */
    public int arrivals(String id) {
        lock.lock();
        try {
            return arrivals.getOrDefault(id, 0);
        } finally {
            lock.unlock();
        }
    }

    /** Why messages were not taken: signature, time, form. */
    public List<String> refusals() {
        lock.lock();
        try {
            return List.copyOf(refusals);
        } finally {
            lock.unlock();
        }
    }

    /** The next messages are answered so, one each, before any is taken again. */
    public void misbehave(Collection<Misbehaviour> next) {
        lock.lock();
        try {
            misbehaviours.addAll(next);
        } finally {
            lock.unlock();
        }
    }

    /** The first event that is wanted, come or coming; empty when none has come within the time. */
    public Optional<ReceivedEvent> await(Predicate<ReceivedEvent> wanted, Duration within) throws InterruptedException {
        long left = within.toNanos();
        lock.lockInterruptibly();
        try {
            Optional<ReceivedEvent> found = find(wanted);
            while (found.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                found = find(wanted);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private Optional<ReceivedEvent> find(Predicate<ReceivedEvent> wanted) {
        return events.values().stream().filter(wanted).findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Map<String, String> headers = new HashMap<>();
            for (String name : ReceivedSignature.HEADERS) {
                String value = exchange.getRequestHeaders().getFirst(name);
                headers.put(name, value == null ? "" : value);
            }
            Misbehaviour answer = take(headers, body, now);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            pause(answer.delay());
            byte[] text = ("{\"status\":" + answer.status() + "}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private Misbehaviour take(Map<String, String> headers, byte[] body, Instant now) throws IOException {
        String id = headers.getOrDefault(ReceivedSignature.ID, "");
        Optional<String> problem = signature.problem(headers, body, now);
        lock.lock();
        try {
            arrivals.merge(id, 1, Integer::sum);
            if (!misbehaviours.isEmpty()) {
                return misbehaviours.remove();
            }
            if (problem.isPresent()) {
                refusals.add(problem.get());
                return Misbehaviour.status(401);
            }
            JsonNode event = mapper.readTree(body);
            if (!event.path("id").asText().equals(id)
                    || !event.path("specversion").asText().equals("1.0")) {
                refusals.add("no CloudEvents 1.0 event with the webhook's id");
                return Misbehaviour.status(400);
            }
            events.putIfAbsent(id, new ReceivedEvent(id, now, event));
            changed.signalAll();
            return Misbehaviour.status(200);
        } finally {
            lock.unlock();
        }
    }

    /** Waits as a slow receiver does; a closing one stops waiting. */
    private void pause(Duration delay) {
        if (delay.isZero()) {
            return;
        }
        lock.lock();
        try {
            long left = delay.toNanos();
            Condition never = lock.newCondition();
            while (left > 0) {
                left = never.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
