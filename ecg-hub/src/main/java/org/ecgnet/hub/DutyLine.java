package org.ecgnet.hub;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.ecgnet.hub.console.duty.DutyRoutes;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.duty.ConsoleRollCall;
import org.ecgnet.hub.duty.DutyDesk;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.run.PagingParts;
import org.ecgnet.hub.paging.run.PagingSettings;
import org.ecgnet.hub.roster.RosterDesk;
import org.ecgnet.hub.store.Database;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * Who is on duty and who can be heard.
 *
 * @param duty takes the consoles' heartbeats
 * @param roster what people do with the roster
 * @param rollCall asks for the heartbeats
 */
record DutyLine(DutyDesk duty, RosterDesk roster, ConsoleRollCall rollCall) implements AutoCloseable {

    static DutyLine start(Database database, HubEvents events, StrictSettings settings, PagingParts parts) {
        return new DutyLine(
                new DutyDesk(database, parts.vigilance().consoles()),
                new RosterDesk(database, parts.roster(), parts.channels().keySet(), zone(settings.group("roster"))),
                ConsoleRollCall.start(events, PagingSettings.rollCall(settings)));
    }

    private static ZoneId zone(StrictSettings roster) {
        try {
            return ZoneId.of(roster.text("zone"));
        } catch (DateTimeException e) {
            throw new SettingsException(
                    "setting 'roster.zone': '" + roster.text("zone") + "' (expected: such as Asia/Shanghai)");
        }
    }

    /** What the console shows of it. */
    List<Routes.Maker> routes() {
        return List.of(parts -> new DutyRoutes(parts, duty));
    }

    @Override
    public void close() {
        rollCall.close();
    }
}
