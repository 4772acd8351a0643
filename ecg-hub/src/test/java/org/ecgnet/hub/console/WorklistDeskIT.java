package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.AccountBook;
import org.ecgnet.hub.identity.LoginThrottle;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.identity.SessionPolicy;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.hub.worklist.desk.ClaimAnswer;
import org.ecgnet.hub.worklist.desk.ClaimDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Claims, hand-overs, repeats, filters and search as a browser meets them. */
class WorklistDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path folder;

    private static final String PASSWORD = "correct horse battery";
    private static final HubEvents EVENTS = new HubEvents();
    private static final SeededExams EXAMS = new SeededExams(DATABASE);

    private static ConsoleServer server;
    private static ConsoleClient li;
    private static ConsoleClient wang;
    private static ConsoleClient zhao;

    @BeforeAll
    static void start() {
        var quick = new PasswordHasher(64, 1, new SecureRandom());
        var accounts = new AccountBook(DATABASE.database(), quick);
        accounts.add("li", "李医生", PASSWORD.toCharArray(), Set.of(Role.CARDIOLOGIST), "test", Instant.now());
        accounts.add("wang", "王医生", PASSWORD.toCharArray(), Set.of(Role.CARDIOLOGIST), "test", Instant.now());
        accounts.add("zhao", "赵技师", PASSWORD.toCharArray(), Set.of(Role.TECHNICIAN), "test", Instant.now());
        server = ConsoleServer.start(
                new ConsoleSettings("127.0.0.1", 0, SessionPolicy.DEFAULT, Optional.empty()),
                new TlsKey(TestKeyStore.in(folder), TestKeyStore.PASSWORD),
                new ConsoleServices(
                        DATABASE.database(),
                        EVENTS,
                        new SignIn(
                                DATABASE.database(),
                                quick,
                                LoginThrottle.DEFAULT,
                                SessionPolicy.DEFAULT,
                                new SecureRandom()),
                        new CriticalDesk(DATABASE.database(), EVENTS, CasePolicy.DEFAULT),
                        Optional.empty(),
                        List.of(),
                        Clock.systemUTC()));
        li = loggedIn("li");
        wang = loggedIn("wang");
        zhao = loggedIn("zhao");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void nothingWaits() {
        // What was signed is only added to: the triggers sleep while the test clears the table.
        DATABASE.administer("set session_replication_role = replica; truncate exam cascade");
    }

    @Test
    void anExamIsOnePersonsUntilItIsTakenOverInTheOpen() {
        ExamId exam = exam("王建国", TriageLevel.YELLOW);

        assertThat(li.post("/api/exams/" + exam + "/claim", "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = wang.post("/api/exams/" + exam + "/claim", "{}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(new JsonObject(refused.body()).getJsonObject("claim").getString("by"))
                .isEqualTo("李医生");
        assertThat(wang.post("/api/exams/" + exam + "/claim", "{\"takeOver\":true}")
                        .statusCode())
                .isEqualTo(200);
        // The stale claim: the page of the first reader renews it, and is told.
        assertThat(li.post("/api/exams/" + exam + "/claim", "{}").statusCode()).isEqualTo(409);
        assertThat(DATABASE.count(
                        "audit where action = 'EXAM_TAKEN_OVER' and detail = 'from li' and exam_id = '" + exam + "'"))
                .isEqualTo(1);
    }

    @Test
    void aClaimLapsesAndGoesToOneOfManyWhoAskAtOnce() {
        ExamId exam = exam("王建国", TriageLevel.YELLOW);
        var desk = new ClaimDesk(DATABASE.database(), EVENTS, Duration.ofMinutes(5), Duration.ofDays(1));
        Instant then = Instant.now();
        desk.claim(exam, new Person("gone", "走了"), then);

        assertThat(desk.claim(exam, person(0), then.plusSeconds(299))).isInstanceOf(ClaimAnswer.Theirs.class);
        List<ClaimAnswer> answers = Stream.iterate(0, i -> i + 1)
                .limit(8)
                .parallel()
                .map(i -> desk.claim(exam, person(i), then.plusSeconds(300)))
                .toList();

        assertThat(answers.stream().filter(ClaimAnswer.Yours.class::isInstance)).hasSize(1);
    }

    @Test
    void theNextCaseIsTheMostUrgentThatNobodyReads() {
        exam("绿", TriageLevel.GREEN);
        ExamId yellow = exam("黄", TriageLevel.YELLOW);
        ExamId red = exam("红", TriageLevel.RED);

        assertThat(next(li)).isEqualTo(red.toString());
        assertThat(next(wang)).isEqualTo(yellow.toString());
        assertThat(next(li)).as("what is yours comes first again").isEqualTo(red.toString());
        assertThat(zhao.post("/api/worklist/next", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsHandedOverStaysUntilSomebodyTakesIt() {
        ExamId exam = exam("王建国", TriageLevel.YELLOW);
        String offer = new JsonObject()
                .put(
                        "items",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("examId", exam.toString())
                                        .put("nextAction", "22:00 回电大沟")))
                .encode();

        assertThat(li.post("/api/handovers", "{\"items\":[]}").statusCode()).isEqualTo(400);
        assertThat(li.post("/api/handovers", offer).statusCode()).isEqualTo(204);
        assertThat(li.post("/api/handovers", offer).statusCode()).as("twice").isEqualTo(409);
        JsonObject waiting =
                wang.json("/api/handovers").getJsonArray("handovers").getJsonObject(0);
        assertThat(waiting.getString("from")).isEqualTo("李医生");
        assertThat(waiting.getJsonArray("items").getJsonObject(0).getString("nextAction"))
                .isEqualTo("22:00 回电大沟");
        assertThat(item(wang, exam).getString("offeredBy")).isEqualTo("李医生");

        assertThat(wang.post("/api/exams/" + exam + "/take", "{}").statusCode()).isEqualTo(204);

        assertThat(li.post("/api/exams/" + exam + "/take", "{}").statusCode()).isEqualTo(409);
        assertThat(li.json("/api/handovers").getJsonArray("handovers")).isEmpty();
        assertThat(item(li, exam).getJsonObject("claim").getString("by")).isEqualTo("王医生");
    }

    @Test
    void claimingWhatIsOnOfferTakesItToo() {
        ExamId exam = exam("王建国", TriageLevel.YELLOW);
        li.post("/api/exams/" + exam + "/claim", "{}");
        li.post(
                "/api/handovers",
                new JsonObject()
                        .put(
                                "items",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("examId", exam.toString())
                                                .put("nextAction", "阅读")))
                        .encode());

        wang.post("/api/exams/" + exam + "/claim", "{\"takeOver\":true}");

        assertThat(wang.json("/api/handovers").getJsonArray("handovers")).isEmpty();
    }

    @Test
    void aPoorExamGoesBackToItsClinicWithAReasonOnce() {
        ExamId exam = exam("王建国", TriageLevel.GREY);
        String why = "{\"reason\":\"ELECTRODE_OFF\",\"note\":\"V3\"}";

        assertThat(zhao.post("/api/exams/" + exam + "/repeat", "{\"reason\":\"OTHER\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(zhao.post("/api/exams/" + exam + "/repeat", "{\"reason\":\"BORED\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(zhao.post("/api/exams/" + exam + "/repeat", why).statusCode())
                .isEqualTo(200);
        assertThat(zhao.post("/api/exams/" + exam + "/repeat", why).statusCode())
                .isEqualTo(409);
        assertThat(DATABASE.count("downlink where kind = 'CentreMessage'")).isEqualTo(1);
        assertThat(item(li, exam).getJsonObject("sentBack").getString("chinese"))
                .contains("电极");
        assertThat(item(li, exam).getBoolean("waits")).isFalse();
    }

    @Test
    void anUnansweredRedIsNotSentBack() {
        ExamId exam = exam("王建国", TriageLevel.RED);

        HttpResponse<String> answer = li.post("/api/exams/" + exam + "/repeat", "{\"reason\":\"MUSCLE_NOISE\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("ANSWER_THE_CASE_FIRST");
    }

    @Test
    void aFilterIsKeptForItsReaderAndSaysWhatItHidesButNeverAnUnansweredRed() {
        ExamId red = exam("红", TriageLevel.RED);
        exam("黄", TriageLevel.YELLOW);

        assertThat(li.post(
                                "/api/worklist/filter",
                                "{\"levels\":[\"GREEN\"],\"sites\":[],\"mine\":false,\"open\":false}")
                        .statusCode())
                .isEqualTo(200);
        JsonObject list = li.json("/api/worklist");

        assertThat(list.getJsonArray("items")).hasSize(1);
        assertThat(list.getJsonArray("items").getJsonObject(0).getString("examId"))
                .isEqualTo(red.toString());
        assertThat(list.getInteger("hiddenWaiting")).isEqualTo(1);
        assertThat(wang.json("/api/worklist").getJsonArray("items")).hasSize(2);
        assertThat(li.post("/api/worklist/filter", "{\"levels\":[\"MAUVE\"]}").statusCode())
                .isEqualTo(400);
        li.post("/api/worklist/filter", "{}");
        assertThat(li.json("/api/worklist").getJsonArray("items")).hasSize(2);
    }

    @Test
    void examsAreFoundByTheStartOfANameTheWholeNumberOrTheCode() {
        ExamId exam = exam("王建国", TriageLevel.GREEN);
        exam("李小平", TriageLevel.GREEN);
        String code = exam.toString().substring(30).toUpperCase(java.util.Locale.ROOT);
        String number = SeededExams.patient("王建国").identityNumber().orElseThrow();

        for (String words : List.of("王", "王建国", code, number)) {
            assertThat(found(words)).as(words).containsExactly(exam.toString());
        }
        assertThat(found("%")).isEmpty();
        assertThat(found("建国")).isEmpty();
        assertThat(found("")).hasSize(2);
        assertThat(li.post("/api/search", "{\"words\":\"" + "长".repeat(65) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(DATABASE.count("audit where action = 'EXAMS_SEARCHED' and detail like '%王%'"))
                .isZero();
    }

    @Test
    void theFiguresHaveEveryLevelWithItsGoals() {
        JsonObject figures = li.json("/api/worklist/turnaround");

        assertThat(figures.getJsonArray("figures")).hasSize(4);
        assertThat(figures.getJsonArray("figures").getJsonObject(0).getInteger("goalSeconds"))
                .isEqualTo(90);
    }

    private static List<String> found(String words) {
        var items = new JsonObject(li.post(
                                "/api/search",
                                new JsonObject().put("words", words).encode())
                        .body())
                .getJsonArray("items");
        return items.stream()
                .map(item -> ((JsonObject) item).getString("examId"))
                .toList();
    }

    private static JsonObject item(ConsoleClient client, ExamId exam) {
        return client.json("/api/worklist").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("examId").equals(exam.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String next(ConsoleClient client) {
        return new JsonObject(client.post("/api/worklist/next", "{}").body()).getString("examId");
    }

    private static ExamId exam(String name, TriageLevel level) {
        return EXAMS.add(SeededExams.patient(name), level, SeededExams.ramp(500), Instant.now());
    }

    private static Person person(int number) {
        return new Person("reader-" + number, "读者" + number);
    }

    private static ConsoleClient loggedIn(String name) {
        var client = new ConsoleClient(server.port());
        assertThat(client.login(name, PASSWORD).statusCode()).isEqualTo(200);
        return client;
    }
}
