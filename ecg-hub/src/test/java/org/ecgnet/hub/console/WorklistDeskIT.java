package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.hub.worklist.desk.ClaimAnswer;
import org.ecgnet.hub.worklist.desk.ClaimDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claims, hand-overs, repeats, filters and search as a browser meets them. */
class WorklistDeskIT {

    private static final HubEvents EVENTS = new HubEvents();

    @RegisterExtension
    @Order(1)
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    @Order(2)
    static final TestConsole CONSOLE = new TestConsole(DATABASE, EVENTS)
            .with("li", "李医生", Role.CARDIOLOGIST)
            .with("wang", "王医生", Role.CARDIOLOGIST)
            .with("zhao", "赵技师", Role.TECHNICIAN);

    private static final SeededExams EXAMS = new SeededExams(DATABASE);

    private static ConsoleClient li;
    private static ConsoleClient wang;
    private static ConsoleClient zhao;

    @BeforeAll
    static void logIn() {
        li = CONSOLE.as("li");
        wang = CONSOLE.as("wang");
        zhao = CONSOLE.as("zhao");
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
    void aRequestThatIsNotClearIsToldWhatIsExpected() {
        ExamId exam = exam("王建国", TriageLevel.GREEN);

        HttpResponse<String> repeat =
                li.post("/api/exams/" + exam + "/repeat", "{\"reason\":\"OTHER\",\"note\":\" \"}");
        HttpResponse<String> search = li.post("/api/search", "{\"words\":\"王\",\"from\":\"yesterday\"}");

        assertThat(repeat.statusCode()).isEqualTo(400);
        assertThat(repeat.body()).contains("what the clinic shall do");
        assertThat(search.statusCode()).isEqualTo(400);
        assertThat(search.body()).contains("from: no time");
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
}
