package org.ecgnet.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.paging.channel.HostileReceiver;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.ecgnet.hub.paging.channel.webhook.CloudEvent;
import org.ecgnet.hub.paging.channel.webhook.WebhookEndpoint;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The receivers that integrators are given, against the hub's own webhook and call-back. */
class DispatchExamplesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    private static final Path EXAMPLES = Path.of("..", "ops", "examples", "dispatch");
    private static final String FRESH = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final String CALLBACK = "whsec_FxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA";
    private static final String DISPATCHER = "dispatcher 12";

    private HttpServer hub;
    private Dispatch dispatch;
    private CloudEvent event;

    @BeforeEach
    void aRequest() throws IOException {
        Instant now = Instant.now();
        Exam exam = Reds.store(DATABASE.database(), Patient.UNKNOWN, now);
        UUID caseId = Reds.caseId(Reds.red(DATABASE.database(), exam, now, Reds.hard("R03")));
        CriticalCase known = new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT)
                .find(caseId)
                .orElseThrow();
        dispatch = new Dispatch(UUID.randomUUID(), caseId, 1, DispatchState.SENT, "ladder", now);
        DATABASE.database()
                .transact(transaction ->
                        transaction.repository(DispatchRepository.class).add(dispatch));
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var callback =
                new DispatchCallback(DATABASE.database(), new HubEvents(), List.of(WebhookSecret.parse(CALLBACK)));
        hub.createContext("/api/dispatch/callback", exchange -> answered(callback, exchange));
        hub.start();
        event = new DispatchEvents("urn:ecgnet:test", callbackUrl())
                .requested(
                        UUID.randomUUID(),
                        dispatch,
                        known,
                        exam,
                        new Clinic(Reds.SITE, "林河卫生室", "林河村 1 号", "0912-555", Optional.empty()),
                        "https://hub.example/");
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void theReceiverInPythonTakesOnceAnswersAndRefusesForgeries() throws Exception {
        assumeTrue(has("python3"), "SKIPPED, the example in Python was not run: apt-get install -y python3");
        receives(List.of("python3", EXAMPLES.resolve("receiver.py").toString(), "0"));
    }

    @Test
    void theReceiverInJavaTakesOnceAnswersAndRefusesForgeries() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        receives(List.of(java.toString(), EXAMPLES.resolve("Receiver.java").toString(), "0"));
    }

    private void receives(List<String> command) throws Exception {
        Process receiver = start(
                command,
                Map.of("DISPATCH_SECRETS", OLD + " " + FRESH, "CALLBACK_SECRET", CALLBACK, "ACCEPT_AS", DISPATCHER));
        try (BufferedReader said = receiver.inputReader(StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(said.readLine().replaceAll("\\D", ""));

            assertThat(send(port, FRESH, Instant.now())).isEqualTo(outcome(200, "taken"));
            assertThat(said.readLine())
                    .contains(DispatchEvents.REQUESTED, dispatch.id().toString());
            assertThat(said.readLine()).isEqualTo("{\"answered\": 200}");
            assertThat(send(port, FRESH, Instant.now())).isEqualTo(outcome(200, "known"));
            assertThat(send(port, CALLBACK, Instant.now()).status()).hasValue(401);
            assertThat(send(port, FRESH, Instant.now().minusSeconds(600)).response())
                    .contains("five minutes");
        } finally {
            receiver.destroyForcibly();
        }
        assertThat(state()).isEqualTo(DispatchState.ACCEPTED);
    }

    @Test
    void theScriptsCheckAMessageAndSendSignedAnswers() throws Exception {
        assumeTrue(has("curl") && has("openssl"), "SKIPPED, the scripts were not run: apt-get install -y curl openssl");
        HostileReceiver.Request request;
        try (HostileReceiver receiver = HostileReceiver.start()) {
            send(receiver.port(), FRESH, Instant.now());
            request = receiver.requests().get(0);
        }
        Path body = Files.write(folder.resolve("body"), request.body());
        List<String> check = List.of(
                EXAMPLES.resolve("verify.sh").toString(),
                header(request, "Webhook-id"),
                header(request, "Webhook-timestamp"),
                header(request, "Webhook-signature"),
                body.toString());

        assertThat(run(check, Map.of("DISPATCH_SECRET", FRESH))).isEqualTo("0 genuine");
        assertThat(run(check, Map.of("DISPATCH_SECRET", OLD))).isEqualTo("1 no webhook-signature agrees");
        Files.writeString(body, " ", java.nio.file.StandardOpenOption.APPEND);
        assertThat(run(check, Map.of("DISPATCH_SECRET", FRESH))).startsWith("1 ");

        assertThat(run(answer("accepted"), Map.of("CALLBACK_SECRET", CALLBACK))).startsWith("0 ");
        assertThat(state()).isEqualTo(DispatchState.ACCEPTED);
        assertThat(run(answer("accepted"), Map.of("CALLBACK_SECRET", CALLBACK))).contains("accepted already 409");
        assertThat(run(answer("arrived"), Map.of("CALLBACK_SECRET", FRESH))).contains("signature_wrong 401");
    }

    private List<String> answer(String state) {
        return List.of(
                EXAMPLES.resolve("answer.sh").toString(),
                callbackUrl(),
                dispatch.id().toString(),
                state,
                DISPATCHER);
    }

    private String callbackUrl() {
        return "http://127.0.0.1:" + hub.getAddress().getPort() + "/api/dispatch/callback";
    }

    private Outcome send(int port, String secret, Instant now) {
        var target = new HttpTarget(
                "dispatch",
                URI.create("http://127.0.0.1:" + port + "/"),
                new AllowedTargets(List.of("127.0.0.1"), true),
                Duration.ofSeconds(20),
                Optional.empty());
        return new DispatchWebhook(new WebhookEndpoint(target, List.of(WebhookSecret.parse(secret)))).send(event, now);
    }

    private static Outcome outcome(int status, String response) {
        return new Outcome.Delivered(java.util.OptionalInt.of(status), response);
    }

    private DispatchState state() {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(DispatchRepository.class).find(dispatch.id()))
                .orElseThrow()
                .state();
    }

    private static void answered(DispatchCallback callback, HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            CallbackAnswer answer =
                    callback.handle(headers, exchange.getRequestBody().readAllBytes(), Instant.now());
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static String header(HostileReceiver.Request request, String name) {
        return request.headers().getOrDefault(name, "");
    }

    private static boolean has(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }

    private static Process start(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Its end and what it said. */
    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process process = start(command, environment);
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String text = String.join("\n", said.lines().toList());
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue() + " " + text;
        }
    }
}
