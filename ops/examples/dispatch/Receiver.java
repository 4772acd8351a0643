import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes the hub's requests to 120, and answers them: JDK 17 and nothing else. {@code java Receiver.java PORT} with
 * DISPATCH_SECRETS (one or two, a space between), CALLBACK_SECRET and ACCEPT_AS in the environment; the authority of the
 * hub's certificate by {@code -Djavax.net.ssl.trustStore}.
 *
 * <p>A production receiver stands behind TLS, reads JSON with a library and writes to a database before it answers.
 */
public final class Receiver {

    private static final long TOLERANCE_SECONDS = 300;
    private static final int LARGEST_BODY = 64 * 1024;

    private final List<String> secrets;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newHttpClient();

    private Receiver(List<String> secrets) {
        this.secrets = secrets;
    }

    public static void main(String... arguments) throws IOException {
        var receiver = new Receiver(List.of(System.getenv("DISPATCH_SECRETS").split(" ")));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", receiver::take);
        server.start();
        System.out.println("{\"listening\": " + server.getAddress().getPort() + "}");
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        String id = header(exchange, "webhook-id");
        Optional<String> problem = problem(exchange, id, body);
        boolean repeated = problem.isEmpty() && !seen.add(id);
        // 200 is a receipt: "this machine has it". Only a person's answer is an acceptance.
        say(exchange, problem.isPresent() ? 401 : 200, problem.orElse(repeated ? "known" : "taken"));
        if (problem.isEmpty() && !repeated) {
            handle(new String(body, StandardCharsets.UTF_8));
        }
    }

    private Optional<String> problem(HttpExchange exchange, String id, byte[] body) {
        String timestamp = header(exchange, "webhook-timestamp");
        if (id.isEmpty() || !timestamp.matches("\\d{1,12}")) {
            return Optional.of("webhook-id or webhook-timestamp missing");
        }
        if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) {
            return Optional.of("webhook-timestamp off by more than five minutes");
        }
        for (String secret : secrets) {
            byte[] expected = signature(secret, id, timestamp, body).getBytes(StandardCharsets.UTF_8);
            for (String given : header(exchange, "webhook-signature").split(" ")) {
                if (MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of("no webhook-signature agrees");
    }

    private void handle(String event) throws IOException {
        String dispatch = text(event, "dispatch");
        System.out.println("{\"type\": \"" + text(event, "type") + "\", \"dispatch\": \"" + dispatch + "\"}");
        String secret = System.getenv("CALLBACK_SECRET");
        // A dispatcher would press a button here. ACCEPT_AS stands for the person in a test.
        String by = System.getenv("ACCEPT_AS");
        if (secret != null && by != null && text(event, "type").equals("org.ecgnet.dispatch.requested.v1")) {
            System.out.println("{\"answered\": " + answer(text(event, "callback"), secret, dispatch, "accepted", by) + "}");
        }
    }

    /** Tells the hub: accepted, dispatched, arrived or cancelled. The id is new for each answer, the same at a repeat. */
    private int answer(String callback, String secret, String dispatch, String state, String by) throws IOException {
        byte[] body = "{\"dispatch\": \"%s\", \"state\": \"%s\", \"by\": \"%s\"}"
                .formatted(dispatch, state, by)
                .getBytes(StandardCharsets.UTF_8);
        String id = UUID.randomUUID().toString();
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(callback))
                .header("content-type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature(secret, id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String signature(String secret, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // The secret's base64 is decoded, not used as it is.
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** Enough for the ids, types and addresses of these events; use a JSON library for the rest. */
    private static String text(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
