package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.AccountBook;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator gives somebody of the clinics' staff other clinics while she works. */
class PeopleRoutesIT {

    private static final HubEvents EVENTS = new HubEvents();

    @RegisterExtension
    @Order(1)
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    @Order(2)
    static final TestConsole CONSOLE = new TestConsole(DATABASE, EVENTS)
            .with("chen", "陈工", Role.ADMINISTRATOR)
            .with("li", "李医生", Role.CARDIOLOGIST);

    private static final SiteCode LINHE = new SiteCode("linhe-01");
    private static final SiteCode DAGOU = new SiteCode("dagou-07");
    private static int made;

    private String nurse = "";
    private ExamId atLinhe;
    private ExamId atDagou;

    @BeforeEach
    void aNurseOfLinhe() {
        var exams = new SeededExams(DATABASE);
        atLinhe = exams.add(LINHE, SeededExams.patient("赵一"), TriageLevel.GREEN, SeededExams.ramp(500), Instant.now());
        atDagou = exams.add(DAGOU, SeededExams.patient("钱二"), TriageLevel.GREEN, SeededExams.ramp(500), Instant.now());
        made++;
        nurse = "nurse-" + made;
        new AccountBook(DATABASE.database(), new PasswordHasher(64, 1, new SecureRandom()))
                .add(
                        nurse,
                        "周护士",
                        TestConsole.PASSWORD.toCharArray(),
                        Set.of(Role.SITE_STAFF),
                        Set.of(LINHE),
                        "test",
                        Instant.now());
    }

    private HttpResponse<String> change(List<String> seen, List<String> sites) {
        return CONSOLE.as("chen")
                .post(
                        "/api/accounts/" + nurse + "/sites",
                        new JsonObject()
                                .put("seen", new JsonArray(seen))
                                .put("sites", new JsonArray(sites))
                                .encode());
    }

    private List<String> sitesOf(String account) {
        return CONSOLE.as("chen").json("/api/accounts").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("name").equals(account))
                .flatMap(one -> one.getJsonArray("sites").stream())
                .map(String::valueOf)
                .toList();
    }

    @Test
    void herSessionSeesTheOtherClinicAtOnceAndNoMoreOfTheFirst() {
        ConsoleClient hers = CONSOLE.as(nurse);
        assertThat(hers.get("/api/exams/" + atLinhe).statusCode()).isEqualTo(200);
        assertThat(hers.get("/api/exams/" + atDagou).statusCode()).isEqualTo(404);

        assertThat(change(List.of("linhe-01"), List.of("dagou-07")).statusCode())
                .isEqualTo(204);

        assertThat(hers.get("/api/exams/" + atLinhe).statusCode()).isEqualTo(404);
        assertThat(hers.get("/api/exams/" + atDagou).statusCode()).isEqualTo(200);
        assertThat(hers.get("/api/worklist").body())
                .contains(atDagou.toString())
                .doesNotContain(atLinhe.toString());
        assertThat(hers.json("/api/me").getJsonArray("sites")).containsExactly("dagou-07");
        assertThat(sitesOf(nurse)).containsExactly("dagou-07");
    }

    @Test
    void herOpenStreamEndsSoThatThePageLooksAnew() {
        Iterator<String> lines = CONSOLE.as(nurse).lines("/api/events").body().iterator();
        assertThat(lines.next()).startsWith("retry");

        change(List.of("linhe-01"), List.of("dagou-07"));

        List<String> rest = new ArrayList<>();
        lines.forEachRemaining(rest::add); // ends with the stream
        assertThat(String.join("\n", rest)).doesNotContain("event:");
    }

    @Test
    void aStreamThatWasNotToldTellsNothingOfAClinicThatIsHersNoMore() {
        Iterator<String> lines = CONSOLE.as(nurse).lines("/api/events").body().iterator();
        assertThat(lines.next()).startsWith("retry");
        DATABASE.administer("update account set sites = '{dagou-07}' where name = '" + nurse + "'");

        EVENTS.publish(new HubEvent.ReadingMade(atLinhe, LINHE, TriageLevel.RED));
        EVENTS.publish(new HubEvent.ReadingMade(atDagou, DAGOU, TriageLevel.RED));

        var said = new StringBuilder();
        while (said.indexOf(atDagou.toString()) < 0) {
            said.append(lines.next()).append('\n');
        }
        assertThat(said.toString()).doesNotContain(atLinhe.toString());
    }

    @Test
    void ofTwoWhoChangeItAtOnceTheSecondIsTold() {
        change(List.of("linhe-01"), List.of("dagou-07", "linhe-01"));

        HttpResponse<String> second = change(List.of("linhe-01"), List.of("linhe-01"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(new JsonObject(second.body()).getString("code")).isEqualTo("STALE");
        assertThat(sitesOf(nurse)).containsExactly("dagou-07", "linhe-01");
    }

    @Test
    void whatCannotBeIsRefusedInWordsAndChangesNothing() {
        assertThat(change(List.of("linhe-01"), List.of()).body()).contains("at least one");
        assertThat(change(List.of("linhe-01"), List.of("linhe-99")).body()).contains("[linhe-99] unknown");
        assertThat(change(List.of("linhe-01"), List.of("Linhe 1")).statusCode()).isEqualTo(400);
        assertThat(CONSOLE.as("chen")
                        .post("/api/accounts/li/sites", "{\"seen\": [], \"sites\": [\"linhe-01\"]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(sitesOf(nurse)).containsExactly("linhe-01");
        assertThat(DATABASE.count("audit where action = 'SITES_CHANGED' and detail like '" + nurse + " %'"))
                .isZero();
    }

    @Test
    void onlyAnAdministratorSeesAccountsAndNoAnswerHoldsAPassword() {
        assertThat(CONSOLE.as("li").get("/api/accounts").statusCode()).isEqualTo(403);
        assertThat(CONSOLE.as(nurse).get("/api/accounts").statusCode()).isEqualTo(403);
        assertThat(CONSOLE.as("chen").get("/api/accounts").body())
                .contains(nurse)
                .doesNotContain("argon2")
                .doesNotContain("assword");
        change(List.of("linhe-01"), List.of("dagou-07"));
        assertThat(DATABASE.count("audit where actor = 'chen' and action = 'SITES_CHANGED' and detail = '" + nurse
                        + " from [linhe-01] to [dagou-07]'"))
                .isEqualTo(1);
    }
}
