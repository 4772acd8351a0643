package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditCheck;
import org.ecgnet.hub.audit.AuditEntry;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsoleServerIT {

    private static final HubEvents EVENTS = new HubEvents();

    @RegisterExtension
    @Order(1)
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    @Order(2)
    static final TestConsole CONSOLE = new TestConsole(DATABASE, EVENTS)
            .with("li", "李医生", Role.CARDIOLOGIST)
            .with("wang", "王", Role.ADMINISTRATOR)
            .with("zhao", "赵技师", Role.TECHNICIAN)
            .with("guessed", "陈", Role.CARDIOLOGIST);

    private static final SeededExams EXAMS = new SeededExams(DATABASE);

    @Test
    void nothingButTheLoginIsOpenToStrangers() {
        ExamId exam = EXAMS.add(SeededExams.patient("王建国"), TriageLevel.RED, SeededExams.ramp(500), Instant.now());
        for (String path : List.of(
                "/api/me", "/api/worklist", "/api/events", "/api/exams/" + exam, "/api/exams/" + exam + "/waveform")) {
            assertThat(CONSOLE.stranger().get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(CONSOLE.stranger().get("/api/health").body()).contains("up");
        assertThat(CONSOLE.stranger().get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> answer = CONSOLE.stranger().login("li", TestConsole.PASSWORD);

        assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
                .startsWith("__Host-ecg=")
                .contains("Path=/")
                .contains("Secure")
                .contains("HTTPOnly")
                .contains("SameSite=Strict");
        assertThat(new JsonObject(answer.body()).getJsonArray("rights"))
                .isEqualTo(new JsonArray("[\"HANDLE_CASES\",\"READ_EXAMS\",\"SEND_BACK\"]"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAreToldAlike() {
        HttpResponse<String> wrong = CONSOLE.stranger().login("li", "wrong");
        HttpResponse<String> unknown = CONSOLE.stranger().login("nobody", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void guessingIsSlowedDownEvenForTheRightPassword() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(CONSOLE.stranger().login("guessed", "wrong " + guess).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> answer = CONSOLE.stranger().login("guessed", TestConsole.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(new JsonObject(answer.body()).getInteger("retryAfterSeconds"))
                .isBetween(1, 5);
    }

    @Test
    void aPostWithoutTheCsrfTokenIsRefused() {
        ConsoleClient client = CONSOLE.as("li");

        assertThat(client.post("/api/logout", "{}", "").statusCode()).isEqualTo(403);
        assertThat(client.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(client.post("/api/logout", "{}").statusCode()).isEqualTo(204);
        assertThat(client.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aLoginFromAnotherSitesPageIsRefused() {
        ConsoleClient client = CONSOLE.stranger();
        HttpRequest foreign = client.request("/api/login")
                .header("Content-Type", "application/json")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(client.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoMayNotReadExamsIsShownNone() {
        ConsoleClient client = CONSOLE.as("wang");

        assertThat(client.get("/api/worklist").statusCode()).isEqualTo(403);
    }

    @Test
    void theWorklistMasksThePatientAndTheCaseDoesNot() {
        ExamId exam = EXAMS.add(SeededExams.patient("<b>赵</b>"), TriageLevel.RED, SeededExams.ramp(500), Instant.now());
        ConsoleClient client = CONSOLE.as("li");

        HttpResponse<String> worklist = client.get("/api/worklist");
        JsonObject shown = client.json("/api/exams/" + exam);

        assertThat(worklist.body())
                .contains(exam.toString())
                .doesNotContain("赵")
                .doesNotContain("1101011989010");
        assertThat(shown.getJsonObject("patient").getString("name")).isEqualTo("<b>赵</b>");
        JsonObject finding =
                shown.getJsonObject("reading").getJsonArray("findings").getJsonObject(0);
        assertThat(finding.getJsonArray("evidence").getJsonObject(0))
                .isEqualTo(
                        new JsonObject(
                                """
                        {"quantity": "QRS", "unit": "ms", "beats": [250, 500], "value": 148.4, "threshold": 120.0,
                         "lead": "V1"}"""));
    }

    @Test
    void openingAnExamIsAuditedOnceALookAndTheChainIsWhole() {
        ExamId exam = EXAMS.add(SeededExams.patient("钱"), TriageLevel.YELLOW, SeededExams.ramp(500), Instant.now());
        ConsoleClient client = CONSOLE.as("li");

        client.get("/api/exams/" + exam);
        client.get("/api/exams/" + exam);
        client.bytes("/api/exams/" + exam + "/waveform");

        List<AuditEntry> entries = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam));
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).event().actor()).isEqualTo("li");
        assertThat(entries.get(0).event().action()).isEqualTo(AuditAction.EXAM_OPENED);
        AuditCheck check = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).check());
        assertThat(check).isInstanceOf(AuditCheck.Whole.class);
    }

    @Test
    void theSamplesArriveAsTheyAreStoredWithTheirScale() {
        int[][] counts = SeededExams.ramp(1_300);
        counts[3][7] = 32_768;
        ExamId exam = EXAMS.add(SeededExams.patient("孙"), TriageLevel.GREEN, counts, Instant.now());

        byte[] body = CONSOLE.as("li").bytes("/api/exams/" + exam + "/waveform").body();

        ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(body, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("ECW1");
        int length = bytes.getInt(4);
        JsonObject header = new JsonObject(new String(body, 8, length, StandardCharsets.UTF_8));
        assertThat(header.getString("sample")).isEqualTo("int32");
        assertThat(header.getInteger("samples")).isEqualTo(1_300);
        assertThat(header.getJsonArray("leads").getJsonObject(2))
                .isEqualTo(new JsonObject("{\"lead\":\"V1\",\"microvoltsPerCount\":4.88,\"baselineCounts\":-7}"));
        bytes.position(8 + (length + 3) / 4 * 4);
        for (int[] lead : counts) {
            for (int count : lead) {
                assertThat(bytes.getInt()).isEqualTo(count);
            }
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void theLiveRouteSendsWhatIsNewAsSixteenBits() {
        ExamId exam = EXAMS.add(SeededExams.patient("周"), TriageLevel.GREEN, SeededExams.ramp(1_000), Instant.now());
        ConsoleClient client = CONSOLE.as("li");

        byte[] body = client.bytes("/api/exams/" + exam + "/live?from=900").body();

        ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getInt(4);
        JsonObject header = new JsonObject(new String(body, 8, length, StandardCharsets.UTF_8));
        assertThat(header.getInteger("first")).isEqualTo(900);
        assertThat(header.getInteger("samples")).isEqualTo(100);
        assertThat(header.getString("sample")).isEqualTo("int16");
        assertThat(bytes.getShort(8 + (length + 3) / 4 * 4)).isEqualTo((short) -900);
        assertThat(body).hasSize(8 + (length + 3) / 4 * 4 + 8 * 100 * 2);
    }

    @Test
    void aCaseIsAcceptedReadBackAndDisposedOfAndEachStepIsSeenAndAudited() {
        ExamId exam = EXAMS.add(SeededExams.patient("吴三"), TriageLevel.RED, SeededExams.ramp(500), Instant.now());
        ConsoleClient client = CONSOLE.as("li");
        JsonObject shown = client.json("/api/exams/" + exam).getJsonObject("case");
        String path = "/api/cases/" + shown.getString("id") + "/";
        assertThat(shown.getString("state")).isEqualTo("PAGED");
        assertThat(shown.getJsonArray("identifiers")).contains("NAME", "IDENTITY_NUMBER", "AGE");
        assertThat(client.json("/api/cases/" + shown.getString("id")).getString("examId"))
                .isEqualTo(exam.toString());

        assertThat(client.post(path + "accept", "{}").statusCode()).isEqualTo(200);
        assertThat(client.json("/api/exams/" + exam).getJsonObject("case").getString("acceptedBy"))
                .isEqualTo("李医生");

        HttpResponse<String> wrong = client.post(
                path + "acknowledge", "{\"identifiers\": {\"NAME\": \"吴四\", \"AGE\": \"37\"}, \"rule\": \"R05\"}");
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(new JsonObject(wrong.body()).getString("code")).isEqualTo("IDENTIFIER_WRONG");
        assertThat(worklistState(client, exam)).isEqualTo("ACCEPTED");

        HttpResponse<String> right = client.post(
                path + "acknowledge", "{\"identifiers\": {\"NAME\": \"吴三\", \"AGE\": \"37\"}, \"rule\": \"R05\"}");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(worklistState(client, exam)).isEqualTo("ACKNOWLEDGED");

        assertThat(client.post(path + "disposition", "{\"what\": \"TRANSFER\", \"note\": \"县医院\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.post(path + "close", "{\"note\": \"\"}").statusCode()).isEqualTo(200);
        assertThat(worklistState(client, exam)).isEqualTo("CLOSED");
        List<AuditEntry> entries = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam));
        assertThat(entries)
                .extracting(entry -> entry.event().action())
                .containsExactly(
                        AuditAction.EXAM_OPENED,
                        AuditAction.CASE_ACCEPTED,
                        AuditAction.CASE_ACKNOWLEDGED,
                        AuditAction.CASE_DISPOSED,
                        AuditAction.CASE_CLOSED);
    }

    @Test
    void aTechnicianSeesACaseAndMayNotAnswerIt() {
        ExamId exam = EXAMS.add(SeededExams.patient("郑"), TriageLevel.RED, SeededExams.ramp(500), Instant.now());
        ConsoleClient client = CONSOLE.as("zhao");

        String id = client.json("/api/exams/" + exam).getJsonObject("case").getString("id");

        assertThat(client.post("/api/cases/" + id + "/accept", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anUnclearOrUnknownActionIsToldApart() {
        ExamId exam = EXAMS.add(SeededExams.patient("冯"), TriageLevel.RED, SeededExams.ramp(500), Instant.now());
        ConsoleClient client = CONSOLE.as("li");
        String id = client.json("/api/exams/" + exam).getJsonObject("case").getString("id");

        for (String body : List.of("[]", "x", "{\"identifiers\": 7}", "{\"identifiers\": {\"SHOE_SIZE\": \"42\"}}")) {
            assertThat(client.post("/api/cases/" + id + "/acknowledge", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(client.post("/api/cases/" + id + "/disposition", "{\"what\": \"HOPE\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post("/api/cases/nonsense/accept", "{}").statusCode()).isEqualTo(404);
        assertThat(client.post("/api/cases/" + new java.util.UUID(1, 1) + "/accept", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String worklistState(ConsoleClient client, ExamId exam) {
        return client.json("/api/worklist").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("examId").equals(exam.toString()))
                .map(item -> item.getString("state"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEventReachesAnOpenConsoleAtOnce() {
        ExamId exam = ExamId.of(Instant.now(), 9, 9);
        HttpResponse<java.util.stream.Stream<String>> stream = CONSOLE.as("li").lines("/api/events");
        Iterator<String> lines = stream.body().iterator();
        assertThat(lines.next()).isEqualTo("retry: 1000");
        assertThat(lines.next()).isEmpty();

        EVENTS.publish(new HubEvent.ReadingMade(exam, SeededExams.SITE, TriageLevel.RED));

        String line = lines.next();
        for (int signs = 0; signs < 6 && (line.isEmpty() || line.equals(":")); signs++) {
            line = lines.next(); // a sign of life, on a slow machine before the event
        }
        assertThat(line).isEqualTo("event: reading");
        assertThat(new JsonObject(lines.next().substring("data: ".length())))
                .isEqualTo(new JsonObject().put("examId", exam.toString()).put("level", "RED"));
        stream.body().close();
    }

    @Test
    void aColourThatHasNoSoundIsNotTold() {
        ExamId exam = ExamId.of(Instant.now(), 9, 10);
        HttpResponse<java.util.stream.Stream<String>> stream = CONSOLE.as("li").lines("/api/events");
        Iterator<String> lines = stream.body().iterator();
        assertThat(lines.next()).isEqualTo("retry: 1000");
        for (TriageLevel level : List.of(TriageLevel.GREEN, TriageLevel.GREY, TriageLevel.YELLOW)) {
            EVENTS.publish(new HubEvent.ReadingMade(exam, SeededExams.SITE, level));
        }

        var said = new StringBuilder();
        while (said.indexOf("YELLOW") < 0) {
            said.append(lines.next()).append('\n');
        }
        assertThat(said.toString()).doesNotContain("GREEN").doesNotContain("GREY");
        assertThat(said.toString().split("event: reading", -1)).hasSize(4);
        stream.body().close();
    }

    @Test
    void pagesComeWithTheStrictPolicyAndOnlyFromTheirFolder() {
        HttpResponse<String> page = CONSOLE.stranger().get("/");

        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("sha256-")
                .doesNotContain("unsafe");
        assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(CONSOLE.stranger().get("/webjars/lit/3.3.2/index.js").statusCode())
                .isEqualTo(200);
        for (String path : List.of(
                "/../db/migration/V1__exams.sql",
                "/%2e%2e/logback.xml",
                "/..%2flogback.xml",
                "/webjars/../../../logback.xml",
                "/logback.xml",
                "/favicon.ico/",
                "//etc/passwd")) {
            assertThat(CONSOLE.stranger().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aBodyThatIsTooLongOrNoJsonIsRefused() {
        assertThat(CONSOLE.stranger().post("/api/login", "x".repeat(70_000)).statusCode())
                .isEqualTo(413);
        for (String body : List.of("", "[]", "nonsense", "{\"name\": 7}", "{\"name\": \"li\"}")) {
            assertThat(CONSOLE.stranger().post("/api/login", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ConsoleClient client = CONSOLE.as("li");

        assertThat(client.get("/api/exams/" + ExamId.of(Instant.now(), 5, 5)).statusCode())
                .isEqualTo(404);
        assertThat(client.get("/api/exams/nonsense").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/nonsense").statusCode()).isEqualTo(404);
    }
}
