package org.ecgnet.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicPageIT {

    private final FakeDesk desk = new FakeDesk();
    private final ClinicPage page = new ClinicPage(desk, 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        page.start();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(call(path).build());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(call(path)
                .header("X-ECG-Clinic", "test")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void startTakesPatientSymptomsAndLength() throws Exception {
        var answer = post(
                "/api/recording/start",
                """
                {"patient":{"name":"张大娘","identityNumber":"110105194912310021","sex":"FEMALE","ageYears":67},
                 "symptoms":{"chestPain":true},"operator":"wang","seconds":10,"drill":true}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getString("examId")).isEqualTo(FakeDesk.EXAM.toString());
        StartRequest request = desk.starts.get(0);
        assertThat(request.patient().name()).contains("张大娘");
        assertThat(request.patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(request.patient().ageYears()).hasValue(67);
        assertThat(request.symptoms()).isEqualTo(new Symptoms(true, false, false, false));
        assertThat(request.seconds()).hasValue(10);
        assertThat(request.drill()).isTrue();
        assertThat(request.emergency()).isFalse();
    }

    @Test
    void anEmptyOrderIsAnUnknownPatientAndNeverRefused() throws Exception {
        assertThat(post("/api/recording/start", "{}").statusCode()).isEqualTo(200);
        assertThat(post("/api/recording/start", "").statusCode()).isEqualTo(200);
        assertThat(desk.starts.get(0).patient()).isEqualTo(Patient.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "{\"patient\":3}",
                "{\"patient\":{\"ageYears\":131}}",
                "{\"patient\":{\"ageYears\":\"old\"}}",
                "{\"patient\":{\"sex\":\"X\"}}",
                "{\"seconds\":0}",
                "{\"symptoms\":{\"shock\":\"yes\"}}",
                "not json"
            })
    void aBadOrderIsRefusedWithAReasonAndStartsNothing(String body) throws Exception {
        var answer = post("/api/recording/start", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("message")).contains("expected");
        assertThat(desk.starts).isEmpty();
    }

    @Test
    void aRefusalNamesItsReason() throws Exception {
        desk.outcome = new StartOutcome.Refused(StartOutcome.Why.DISK_NEARLY_FULL);

        var answer = post("/api/recording/start", "{}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("DISK_NEARLY_FULL");
    }

    @Test
    void aPostWithoutOurHeaderOrFromAForeignPageChangesNothing() throws Exception {
        var plain = send(call("/api/recording/start")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        var foreign = send(call("/api/recording/start")
                .header("X-ECG-Clinic", "x")
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(plain.statusCode()).isEqualTo(403);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(desk.starts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "localhost", "127.0.0.1:1"})
    void aCallUnderAnotherHostNameIsTurnedAway(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", page.port());
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("GET /api/exams HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("exams\":");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        assertThat(post("/api/recording/start", "{\"operator\":\"" + "x".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(desk.starts).isEmpty();
    }

    @Test
    void theStateSaysEverythingThatIsShown() throws Exception {
        JsonObject state = new JsonObject(get("/api/state").body());

        assertThat(state.getString("site")).isEqualTo("dagou");
        assertThat(state.getJsonObject("unit").getInteger("batteryPercent")).isEqualTo(87);
        assertThat(state.getJsonObject("hub").getBoolean("connected")).isTrue();
        assertThat(state.getJsonObject("queue").getInteger("exams")).isZero();
        assertThat(state.getJsonObject("disk").getString("room")).isEqualTo("OK");
        assertThat(state.getValue("alarm")).isNull();
    }

    @Test
    void anExamTellsItsTrailAndNotTheWholeIdentityNumber() throws Exception {
        desk.exams = List.of(ShownExams.redAcknowledged());

        String body = get("/api/exams/" + FakeDesk.EXAM).body();
        JsonObject exam = new JsonObject(body);

        assertThat(exam.getJsonObject("local").getString("level")).isEqualTo("RED");
        assertThat(exam.getJsonObject("hub").getString("level")).isEqualTo("RED");
        assertThat(exam.getString("receivedAt")).isNotNull();
        assertThat(exam.getString("readingAt")).isNotNull();
        assertThat(exam.getJsonArray("progress").getJsonObject(1).getString("step"))
                .isEqualTo("ACKNOWLEDGED");
        assertThat(body).doesNotContain("110105194912310021").contains("0021");
        assertThat(get("/api/exams/" + java.util.UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/exams/nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void aMachinesReadingNeverTakesThePlaceOfASignedOne() throws Exception {
        desk.exams = List.of(ShownExams.signedAndReadAgain());

        JsonObject hub = new JsonObject(get("/api/exams/" + FakeDesk.EXAM).body()).getJsonObject("hub");

        assertThat(hub.getBoolean("confirmed")).isTrue();
        assertThat(hub.getString("reader")).isEqualTo("李主任");
    }

    @Test
    void nobodyIsNoPatientToIdentifyAnExamBy() throws Exception {
        desk.exams = List.of(ShownExams.redAcknowledged());
        String path = "/api/exams/" + FakeDesk.EXAM + "/identify";

        assertThat(post(path, "{\"patient\":{\"sex\":\"FEMALE\"},\"by\":\"wang\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.asked).isEmpty();
        assertThat(post(path, "{\"patient\":{\"name\":\"李秀英\"},\"by\":\"wang\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aConfirmationReachesTheDeskAndABadOneDoesNot() throws Exception {
        desk.exams = List.of(ShownExams.redAcknowledged());
        String path = "/api/exams/" + FakeDesk.EXAM + "/confirm";

        assertThat(post(path, "{\"action\":\"SEEN\",\"by\":\"wang\"}").statusCode())
                .isEqualTo(200);
        assertThat(post(path, "{\"action\":\"LAUGHED\"}").statusCode()).isEqualTo(400);
        desk.exams = List.of();
        assertThat(post(path, "{\"action\":\"SEEN\"}").statusCode()).isEqualTo(409);

        assertThat(desk.asked).startsWith("confirm " + FakeDesk.EXAM + " SEEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../logback.xml",
                "/%2e%2e/logback.xml",
                "/webjars/../../../logback.xml",
                "/edge-agent-reference.conf",
                "/webjars/",
                "/org/ecgnet/edge/EdgeAgent.class",
                "/words/%2e%2e/%2e%2e/edge-agent-reference.conf"
            })
    void nothingButThePagesFilesIsServed(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", page.port());
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + page.port() + "\r\nConnection: close\r\n\r\n");
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void thePolicyAllowsNoScriptButItsOwn() throws Exception {
        Optional<String> policy = get("/").headers().firstValue("Content-Security-Policy");

        assertThat(policy.orElseThrow())
                .contains("default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }
}
