package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditCheck;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.dispatch.DispatchRoutes;
import org.ecgnet.hub.console.dispatch.EcgLinkRoutes;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.dispatch.Dispatch;
import org.ecgnet.hub.dispatch.DispatchDesk;
import org.ecgnet.hub.dispatch.DispatchRepository;
import org.ecgnet.hub.dispatch.DispatchSettings;
import org.ecgnet.hub.dispatch.DispatchState;
import org.ecgnet.hub.dispatch.EcgLinks;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DispatchRoutesIT {

    private static final HubEvents EVENTS = new HubEvents();
    private static final EcgLinks LINKS = new EcgLinks(
            "https://hub.example/ecg.html#{token}",
            Duration.ofHours(4),
            List.of(WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
    private static final DispatchSettings SETTINGS =
            new DispatchSettings(LINKS, "0912-120", Optional.of(new Clinic.Position(33.05, 108.17)));
    private static final ClinicDirectory CLINICS = new ClinicDirectory(List.of(
            new Clinic(Reds.SITE, "林河卫生室", "林河村 1 号", "0912-555", Optional.of(new Clinic.Position(33.05, 108.27)))));

    @RegisterExtension
    @Order(1)
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    @Order(2)
    static final TestConsole CONSOLE = new TestConsole(DATABASE, EVENTS)
            .with("li", "李医生", Role.CARDIOLOGIST)
            .with("ting", "调度员婷", Role.DISPATCHER)
            .with(parts -> new DispatchRoutes(parts, new DispatchDesk(DATABASE.database(), EVENTS), SETTINGS, CLINICS))
            .with(parts -> new EcgLinkRoutes(parts, LINKS, CLINICS));

    private static int made = 10_000;

    private Exam exam;
    private UUID caseId;
    private UUID id;

    @BeforeEach
    void requested() {
        Instant now = Instant.now();
        exam = Reds.store(DATABASE.database(), Reds.patient("<b>张三</b>", "11010519" + made++, 76), now);
        caseId = Reds.caseId(Reds.red(DATABASE.database(), exam, now, Reds.hard("R03")));
        id = UUID.randomUUID();
        DATABASE.database().transact(transaction -> transaction
                .repository(DispatchRepository.class)
                .add(new Dispatch(id, caseId, 1, DispatchState.SENT, "ladder", now)));
    }

    @Test
    void theDispatcherIsToldWhereAndWhatAndNothingThatNamesThePatient() {
        HttpResponse<String> answer = CONSOLE.as("ting").get("/api/dispatches");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("张三").doesNotContain("11010519");
        JsonObject item = item(new JsonObject(answer.body()), id);
        assertThat(item.getJsonObject("site").getString("address")).isEqualTo("林河村 1 号");
        assertThat(item.getJsonObject("site").getString("coordinates")).isEqualTo("33.05000, 108.27000");
        assertThat(item.getJsonObject("site").getDouble("kilometres")).isEqualTo(9.3);
        assertThat(item.getJsonObject("site").getString("direction")).isEqualTo("E");
        assertThat(item.getJsonObject("patient")).isEqualTo(new JsonObject("{\"sex\":\"MALE\",\"ageYears\":76}"));
        assertThat(item.getJsonArray("answers")).containsExactly("ACCEPTED", "DISPATCHED", "ARRIVED", "CANCELLED");
    }

    @Test
    void aDispatcherSeesNoExamsAndACardiologistNoDispatchersPage() {
        assertThat(CONSOLE.as("ting").get("/api/worklist").statusCode()).isEqualTo(403);
        assertThat(CONSOLE.as("ting").get("/api/exams/" + exam.id()).statusCode())
                .isEqualTo(403);
        assertThat(CONSOLE.as("li").get("/api/dispatches").statusCode()).isEqualTo(403);
        assertThat(CONSOLE.stranger().get("/api/dispatches").statusCode()).isEqualTo(401);
    }

    @Test
    void acceptedByHandIsInTheAnswerAndInTheAudit() {
        HttpResponse<String> answer = answer("ting", "{\"state\":\"ACCEPTED\",\"note\":\"\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject step = new JsonObject(answer.body()).getJsonArray("steps").getJsonObject(1);
        assertThat(step.getString("by")).isEqualTo("调度员婷");
        assertThat(DATABASE.count("audit where action = '" + AuditAction.DISPATCH_ANSWERED + "' and case_id = '"
                        + caseId + "' and actor = 'ting'"))
                .isEqualTo(1);
        AuditCheck check = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).check());
        assertThat(check).isInstanceOf(AuditCheck.Whole.class);
    }

    @Test
    void anAnswerThatComesTooLateIsToldWhoWasFirst() {
        answer("ting", "{\"state\":\"DISPATCHED\"}");

        HttpResponse<String> answer = answer("ting", "{\"state\":\"ACCEPTED\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("dispatched already").contains("调度员婷");
    }

    @Test
    void callingOffNeedsAReasonAndWhatIsNoAnswerIsRefused() {
        assertThat(answer("ting", "{\"state\":\"CANCELLED\"}").statusCode()).isEqualTo(400);
        assertThat(answer("ting", "{\"state\":\"RECEIVED\"}").statusCode()).isEqualTo(400);
        assertThat(answer("ting", "{\"state\":\"GONE\"}").statusCode()).isEqualTo(400);
        assertThat(answer("ting", "[]").statusCode()).isEqualTo(400);
        assertThat(answer("li", "{\"state\":\"ACCEPTED\"}").statusCode()).isEqualTo(403);
        assertThat(CONSOLE.as("ting")
                        .post("/api/dispatches/" + UUID.randomUUID() + "/answer", "{\"state\":\"ACCEPTED\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(CONSOLE.as("ting").post("/api/dispatches/none/answer", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theCentreReadsWhatNobodyHasTakenAndWritesDownWhoTookItAloud() {
        ConsoleClient li = CONSOLE.as("li");
        JsonObject waiting = li.json("/api/dispatches/unaccepted");
        assertThat(waiting.getString("phone")).isEqualTo("0912-120");
        assertThat(item(waiting, id).getBoolean("telephoneNow")).isFalse();

        assertThat(li.post("/api/dispatches/" + id + "/telephone", "{\"by\":\"\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(li.post("/api/dispatches/" + id + "/telephone", "{\"by\":\"12 号\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(li.get("/api/dispatches/unaccepted").body()).doesNotContain(id.toString());
    }

    @Test
    void aLinkOpensTheStillEcgWithoutALoginAndWithoutAName() {
        String token = LINKS.to(id, Instant.now()).token();

        HttpResponse<String> answer = open(token, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("张三").contains("\"ageYears\":76");
        assertThat(open(token, "/waveform").statusCode()).isEqualTo(200);
        assertThat(DATABASE.count("audit where action = 'ECG_LINK_OPENED' and case_id = '" + caseId + "'"))
                .isEqualTo(1);
    }

    @Test
    void anExpiredAForgedAndACalledOffLinkAreToldApart() {
        String old = LINKS.to(id, Instant.now().minus(Duration.ofHours(5))).token();
        String token = LINKS.to(id, Instant.now()).token();

        assertThat(open(old, "").statusCode()).isEqualTo(410);
        assertThat(open(old, "/waveform").body()).contains("EXPIRED");
        assertThat(open(token.substring(0, token.length() - 3), "").statusCode())
                .isEqualTo(401);
        assertThat(open("", "").body()).contains("FORGED");

        answer("ting", "{\"state\":\"CANCELLED\",\"note\":\"已有车在现场\"}");
        assertThat(open(token, "").statusCode()).isEqualTo(410);
        assertThat(open(token, "").body()).contains("CALLED_OFF");
        assertThat(DATABASE.count("audit where action = 'ECG_LINK_OPENED' and case_id = '" + caseId + "'"))
                .isZero();
    }

    private HttpResponse<String> answer(String account, String body) {
        return CONSOLE.as(account).post("/api/dispatches/" + id + "/answer", body);
    }

    private static HttpResponse<String> open(String token, String what) {
        var client = CONSOLE.stranger();
        return client.send(
                client.request("/api/dispatch/ecg" + what)
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject item(JsonObject answer, UUID id) {
        return answer.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("id").equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }
}
