package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit to those who may read it; and that no list tells a patient's name or number to anybody. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditRoutesIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    @Order(2)
    static final TestConsole CONSOLE = new TestConsole(DATABASE, new HubEvents())
            .with("li", "李医生", Role.CARDIOLOGIST)
            .with("zhao", "赵技师", Role.TECHNICIAN)
            .with("chen", "陈工", Role.ADMINISTRATOR)
            .with("sun", "孙审计", Role.AUDITOR);

    private static ExamId exam;
    private static CriticalCase known;

    @BeforeAll
    static void aRedIsReadBack() {
        exam = new SeededExams(DATABASE)
                .add(SeededExams.patient("欧阳建国"), TriageLevel.RED, SeededExams.ramp(500), Instant.now());
        known = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(CaseRepository.class).ofExam(exam))
                .orElseThrow();
        ConsoleClient li = CONSOLE.as("li");
        li.get("/api/exams/" + exam);
        li.post("/api/cases/" + known.id() + "/accept", "{}");
        String readBack = new JsonObject()
                .put("identifiers", new JsonObject().put("NAME", "欧阳建国").put("AGE", "37"))
                .put("rule", "R05")
                .encode();
        assertThat(li.post("/api/cases/" + known.id() + "/acknowledge", readBack)
                        .statusCode())
                .isEqualTo(200);
        CONSOLE.as("zhao").post("/api/search", "{\"words\": \"欧阳\"}");
    }

    private static String span() {
        return "from=" + Instant.now().minusSeconds(3_600) + "&to="
                + Instant.now().plusSeconds(60);
    }

    private static List<String> found(ConsoleClient client, String question) {
        JsonArray items = client.json("/api/audit?" + span() + question).getJsonArray("items");
        return items.stream()
                .map(JsonObject.class::cast)
                .map(item -> item.getString("actor") + " " + item.getString("action"))
                .toList();
    }

    @Test
    @Order(1)
    void auditorsAndAdministratorsReadItAndNobodyElse() {
        for (String reader : List.of("sun", "chen")) {
            assertThat(found(CONSOLE.as(reader), "")).contains("li EXAM_OPENED", "li CASE_ACKNOWLEDGED");
        }
        for (String other : List.of("li", "zhao")) {
            for (String path : List.of("/api/audit?" + span(), "/api/audit/check", "/api/audit-csv?" + span())) {
                assertThat(CONSOLE.as(other).get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
    }

    @Test
    @Order(2)
    void itIsAskedByPersonByCaseAndByTime() {
        ConsoleClient sun = CONSOLE.as("sun");

        assertThat(found(sun, "&actor=zhao"))
                .contains("zhao EXAMS_SEARCHED")
                .allMatch(line -> line.startsWith("zhao "));
        for (String about :
                List.of(String.valueOf(known.number()), known.id().toString(), exam.toString(), ExamCode.of(exam))) {
            assertThat(found(sun, "&about=" + about)).as(about).contains("li CASE_ACCEPTED", "li CASE_ACKNOWLEDGED");
        }
        assertThat(found(sun, "&about=" + UUID.randomUUID())).isEmpty();
        assertThat(found(sun, "&about=999999")).isEmpty();
        assertThat(sun.json("/api/audit?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                        .getJsonArray("items"))
                .isEmpty();
        JsonObject newest =
                sun.json("/api/audit?" + span()).getJsonArray("items").getJsonObject(0);
        assertThat(sun.json("/api/audit?" + span() + "&before=" + newest.getLong("number"))
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getLong("number"))
                .isEqualTo(newest.getLong("number") - 1);
    }

    @Test
    @Order(3)
    void aQuestionThatIsNotClearIsRefusedInWords() {
        ConsoleClient sun = CONSOLE.as("sun");
        for (String question : List.of(
                "",
                "from=yesterday&to=today",
                span() + "&about=%27%20or%201%3D1",
                span() + "&actor=" + "a".repeat(65))) {
            HttpResponse<String> answer = sun.get("/api/audit?" + question);
            assertThat(answer.statusCode()).as(question).isEqualTo(400);
            assertThat(answer.body()).contains("expected");
        }
    }

    @Test
    @Order(4)
    void theFileIsAnEntryItself() {
        HttpResponse<String> file = CONSOLE.as("sun").get("/api/audit-csv?" + span() + "&actor=li");

        assertThat(file.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body()).contains("CASE_ACKNOWLEDGED").contains(exam.toString());
        assertThat(found(CONSOLE.as("sun"), "&actor=sun")).contains("sun " + AuditAction.AUDIT_EXPORTED);
    }

    @Test
    @Order(5)
    void noListOfAnybodyTellsThePatientsNameOrNumber() {
        String identity = SeededExams.patient("欧阳建国").identityNumber().orElseThrow();
        for (String person : List.of("li", "zhao", "chen", "sun")) {
            ConsoleClient client = CONSOLE.as(person);
            for (String path : List.of(
                    "/api/worklist",
                    "/api/worklist/turnaround",
                    "/api/handovers",
                    "/api/technical",
                    "/api/exams/" + exam + "/earlier",
                    "/api/exams/" + exam + "/claim",
                    "/api/cases/" + known.id(),
                    "/api/audit?" + span(),
                    "/api/audit-csv?" + span())) {
                assertThat(client.get(path).body())
                        .as("%s at %s", person, path)
                        .doesNotContain("欧阳建国")
                        .doesNotContain(identity);
            }
            assertThat(client.post("/api/search", "{\"words\": \"欧阳\"}").body())
                    .doesNotContain("欧阳建国")
                    .doesNotContain(identity);
        }
        assertThat(CONSOLE.as("li").get("/api/worklist").body()).contains("欧**");
    }

    @Test
    @Order(6)
    void whoLooksAheadIsGivenSamplesOnlyAndWhoeverIsShownThePatientHasOpenedTheExam() {
        ExamId next = new SeededExams(DATABASE)
                .add(SeededExams.patient("司马光"), TriageLevel.GREEN, SeededExams.ramp(500), Instant.now());
        ConsoleClient li = CONSOLE.as("li");

        assertThat(ahead(li, "/api/exams/" + next + "/waveform")).doesNotContain("司马光");
        assertThat(found(CONSOLE.as("sun"), "&about=" + next)).containsExactly("li EXAM_FETCHED_AHEAD");
        assertThat(ahead(li, "/api/exams/" + next)).contains("司马光");
        assertThat(found(CONSOLE.as("sun"), "&about=" + next)).contains("li EXAM_OPENED");
    }

    private static String ahead(ConsoleClient client, String path) {
        return client.send(
                        client.request(path).header("X-Ahead", "1").GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    @Order(7)
    void aChangedEntryBreaksTheChainForAllToSee() {
        assertThat(CONSOLE.as("sun").json("/api/audit/check").getBoolean("whole"))
                .isTrue();
        DATABASE.administer("alter table audit disable trigger audit_append_only");
        DATABASE.administer("update audit set actor = 'zhao' where action = 'CASE_ACCEPTED'");

        JsonObject check = CONSOLE.as("sun").json("/api/audit/check");

        assertThat(check.getBoolean("whole")).isFalse();
        assertThat(check.getString("reason")).contains("hash");
    }
}
