package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.dispatch.DispatchEvents;
import org.ecgnet.hub.dispatch.DispatchWebhook;
import org.ecgnet.hub.duty.ConsoleWatch;
import org.ecgnet.hub.duty.Heartbeat;
import org.ecgnet.hub.duty.HeartbeatRepository;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.YellowPolicy;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.store.Database;

/** Paging on a hand-moved clock, one thread, and a real database. */
final class PagingBench {

    static final DispatchEvents EVENTS = new DispatchEvents("urn:ecgnet:test", "https://hub.example/dispatch");
    static final ClinicDirectory CLINICS = new ClinicDirectory(List.of(
            new Clinic(Reds.SITE, "林河卫生室", "林河村 1 号", "0912-555", Optional.of(new Clinic.Position(33.05, 108.27)))));

    /** One word of a console is enough for a whole test. */
    static final Vigilance WATCHED = new Vigilance(
            new ConsoleWatch(Duration.ofDays(30)), Duration.ofSeconds(4), YellowPolicy.DEFAULT, Duration.ofMinutes(15));

    /** The caller asks for every pass itself. */
    private static final PagingPass.Wake NO_WAKE = new PagingPass.Wake() {
        @Override
        public void now() {}

        @Override
        public void later(Runnable work) {
            work.run();
        }
    };

    private PagingBench() {}

    static Contact contact(Recipient tier, String channel) {
        return new Contact(
                tier.name() + " person", tier, channel, "a-" + tier, Set.of(Urgency.PUSH, Urgency.RING), Set.of());
    }

    /** A roster with somebody in every tier, all on one channel. */
    static OnCallRoster fullRoster(String channel) {
        return new OnCallRoster(List.of(
                contact(Recipient.TIER_1, channel),
                contact(Recipient.TIER_2, channel),
                contact(Recipient.TIER_3, channel),
                contact(Recipient.CLINIC, channel),
                contact(Recipient.TOWNSHIP, channel)));
    }

    static PagingParts parts(
            OnCallRoster roster, Map<String, PageChannel> channels, Optional<DispatchWebhook> dispatch) {
        return new PagingParts(
                "hub-1",
                CountyLadder.of(LadderTimes.DEFAULT),
                roster,
                CLINICS,
                new HashMap<>(channels),
                new To120(dispatch, Optional.empty(), EVENTS),
                "https://hub.example/case/{case}",
                RetrySchedule.RED_LANE,
                WATCHED);
    }

    static PagingParts with(PagingParts parts, Vigilance vigilance) {
        return new PagingParts(
                parts.hub(),
                parts.ladder(),
                parts.roster(),
                parts.clinics(),
                parts.channels(),
                parts.to120(),
                parts.caseLink(),
                parts.retries(),
                vigilance);
    }

    /** A reader's console is there and sounds. */
    static void hear(Database database, Instant now) {
        database.transact(transaction -> transaction
                .repository(HeartbeatRepository.class)
                .beat(new Heartbeat("console-1", "wang", "王医生", true, true, now)));
    }

    /** No console is there. */
    static void leaveConsoles(Database database) {
        database.transact(transaction ->
                transaction.repository(HeartbeatRepository.class).forget(Instant.parse("2099-01-01T00:00:00Z")));
    }

    /** A pass that does everything on the caller's thread. */
    static PagingPass pass(Database database, PagingParts parts, HandMovedClock clock) {
        PagingPass pass = new PagingPass(database, new HubEvents(), parts, clock, channel -> Runnable::run, NO_WAKE);
        pass.resume();
        return pass;
    }

    /** Runs until {@code end}, moving the clock to wherever the pass asked to be run again. */
    static void runUntil(PagingPass pass, HandMovedClock clock, Instant end) {
        Optional<Instant> next = pass.run();
        while (next.isPresent() && !next.get().isAfter(end)) {
            if (next.get().isAfter(clock.instant())) {
                clock.moveTo(next.get());
            }
            next = pass.run();
        }
        clock.moveTo(end);
        pass.run();
    }

    static Instant after(Instant start, long seconds) {
        return start.plus(Duration.ofSeconds(seconds));
    }
}
