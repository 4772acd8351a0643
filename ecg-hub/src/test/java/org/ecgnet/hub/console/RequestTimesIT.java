package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ecgnet.hub.console.roster.RosterRoutes;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.roster.RosterDesk;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A time that cannot be read is never taken for no time: whoever asked would see another span than they think. */
class RequestTimesIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    @Order(2)
    static final TestConsole CONSOLE = new TestConsole(DATABASE, new HubEvents())
            .with("li", "李医生", Role.CARDIOLOGIST)
            .with(parts -> new RosterRoutes(
                    parts,
                    new RosterDesk(
                            DATABASE.database(), new OnCallRoster(List.of()), Set.of(), ZoneId.of("Asia/Shanghai")),
                    CountyLadder.of(LadderTimes.DEFAULT),
                    Set.of()));

    @Test
    void aTimeThatCannotBeReadIsRefusedByName() {
        assertRefused("/api/roster?from=today", "from: no time");
        assertRefused("/api/roster?from=2026-11-20T00:00:00Z&to=2027-11-20T00:00:00Z", "62 days apart");
        assertRefused("/api/roster/now?at=3pm", "at: no time");
        assertRefused("/api/roster/now?site=%20%2F", "site");
    }

    @Test
    void noTimeAtAllMeansNow() {
        assertThat(CONSOLE.as("li").get("/api/roster").statusCode()).isEqualTo(200);
        assertThat(CONSOLE.as("li").get("/api/roster/now?at=").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(String path, String words) {
        HttpResponse<String> answer = CONSOLE.as("li").get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.body()).as(path).contains(words);
    }
}
