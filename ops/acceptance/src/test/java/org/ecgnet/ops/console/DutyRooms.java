package org.ecgnet.ops.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ecgnet.hub.console.duty.DutyRoutes;
import org.ecgnet.hub.console.paging.ChannelRoutes;
import org.ecgnet.hub.console.paging.DrillRoutes;
import org.ecgnet.hub.console.roster.RosterRoutes;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.critical.CaseOpener;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.dispatch.DispatchEvents;
import org.ecgnet.hub.drill.DrillDesk;
import org.ecgnet.hub.duty.ConsoleRollCall;
import org.ecgnet.hub.duty.DutyDesk;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.paging.run.ChannelDesk;
import org.ecgnet.hub.paging.run.PagingParts;
import org.ecgnet.hub.paging.run.PagingRun;
import org.ecgnet.hub.paging.run.RetrySchedule;
import org.ecgnet.hub.paging.run.To120;
import org.ecgnet.hub.paging.run.Vigilance;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.roster.RosterDesk;
import org.ecgnet.hub.store.Database;

/** Paging, roster and duty of a seeded centre: the real ones, with two channels that keep what they are given. */
final class DutyRooms implements AutoCloseable {

    /** What a channel was given, and when. */
    record Sent(String channel, PageMessage message, Instant at) {}

    private static final Duration ASK_EVERY = Duration.ofMillis(1500);

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Database database;
    private final HubEvents events;
    private final PagingParts parts;
    private final List<Runnable> closers = new ArrayList<>();

    DutyRooms(Database database, HubEvents events) {
        this.database = database;
        this.events = events;
        Map<String, PageChannel> channels = Map.of("voice", keeping("voice"), "chat", keeping("chat"));
        var generalDuty = new Contact(
                "总值班", Recipient.TIER_3, "voice", "09125550000", Set.of(Urgency.PUSH, Urgency.RING), Set.of());
        parts = new PagingParts(
                "hub-1",
                CountyLadder.of(LadderTimes.DEFAULT),
                new OnCallRoster(List.of(generalDuty)),
                new ClinicDirectory(List.of()),
                channels,
                new To120(Optional.empty(), Optional.empty(), new DispatchEvents("urn:ecgnet:test", "")),
                "https://hub.example/#/case/{case}",
                RetrySchedule.RED_LANE,
                Vigilance.DEFAULT);
    }

    /** Begins to page and to ask consoles; only where a test wants it, for it acts on every case. */
    void start() {
        closers.add(ConsoleRollCall.start(events, ASK_EVERY)::close);
        closers.add(PagingRun.start(database, events, parts, Clock.systemUTC())::close);
    }

    private PageChannel keeping(String name) {
        return (message, now) -> {
            sent.add(new Sent(name, message, Instant.now()));
            return new Outcome.Delivered(OptionalInt.of(200), "taken");
        };
    }

    List<Routes.Maker> routes() {
        var duty = new DutyDesk(database, parts.vigilance().consoles());
        var roster = new RosterDesk(database, parts.roster(), parts.channels().keySet(), ZoneId.of("Asia/Shanghai"));
        var drills = new DrillDesk(
                database,
                events,
                new CaseOpener(CasePolicy.DEFAULT),
                parts.vigilance().drillLongest());
        var channels = new ChannelDesk(database, parts);
        return List.of(
                made -> new DutyRoutes(made, duty),
                made -> new RosterRoutes(
                        made, roster, parts.ladder(), parts.channels().keySet()),
                made -> new ChannelRoutes(made, channels),
                made -> new DrillRoutes(made, drills, parts.clinics()));
    }

    /** Everything that was sent, in order. */
    List<Sent> sent() {
        return sent;
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
