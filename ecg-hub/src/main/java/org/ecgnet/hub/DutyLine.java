package org.ecgnet.hub;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.console.duty.DutyRoutes;
import org.ecgnet.hub.console.paging.ChannelRoutes;
import org.ecgnet.hub.console.paging.DrillRoutes;
import org.ecgnet.hub.console.paging.ReceiptRoute;
import org.ecgnet.hub.console.roster.RosterRoutes;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.worklist.CallBackRoutes;
import org.ecgnet.hub.drill.DrillDesk;
import org.ecgnet.hub.duty.ConsoleRollCall;
import org.ecgnet.hub.duty.DutyDesk;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.paging.run.ChannelDesk;
import org.ecgnet.hub.paging.run.PagingParts;
import org.ecgnet.hub.paging.run.PagingSettings;
import org.ecgnet.hub.paging.run.ReceiptDesk;
import org.ecgnet.hub.roster.RosterDesk;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.worklist.callback.CallBackDesk;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * Who is on duty, who can be heard, and what tries the ways to them.
 *
 * @param duty takes the consoles' heartbeats
 * @param roster what people do with the roster
 * @param channels what people do with channels
 * @param receipts takes what gateways say afterwards; empty when the settings have no secret for them
 * @param drills starts exercises
 * @param callBacks gives clinics that ask to be called to somebody
 * @param paging what paging works with
 * @param rollCall asks for the heartbeats
 */
record DutyLine(
        DutyDesk duty,
        RosterDesk roster,
        ChannelDesk channels,
        Optional<ReceiptDesk> receipts,
        DrillDesk drills,
        CallBackDesk callBacks,
        PagingParts paging,
        ConsoleRollCall rollCall)
        implements AutoCloseable {

    static DutyLine start(Database database, HubEvents events, StrictSettings settings, CriticalLine critical) {
        PagingParts paging = critical.parts();
        List<WebhookSecret> secrets = PagingSettings.receiptSecrets(settings);
        return new DutyLine(
                new DutyDesk(database, paging.vigilance().consoles()),
                new RosterDesk(database, paging.roster(), paging.channels().keySet(), zone(settings.group("roster"))),
                new ChannelDesk(database, paging),
                secrets.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ReceiptDesk(database, events, critical.desk(), secrets)),
                new DrillDesk(
                        database, events, critical.opener(), paging.vigilance().drillLongest()),
                new CallBackDesk(database, events),
                paging,
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
        List<Routes.Maker> routes = new ArrayList<>();
        routes.add(parts -> new DutyRoutes(parts, duty));
        routes.add(parts -> new RosterRoutes(
                parts, roster, paging.ladder(), paging.channels().keySet()));
        routes.add(parts -> new ChannelRoutes(parts, channels));
        routes.add(parts -> new DrillRoutes(parts, drills, paging.clinics()));
        routes.add(parts -> new CallBackRoutes(parts, callBacks, paging.clinics()));
        receipts.ifPresent(desk -> routes.add(parts -> new ReceiptRoute(parts, desk)));
        return routes;
    }

    @Override
    public void close() {
        rollCall.close();
    }
}
