package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.CaseEvent;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.PageRepository;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.roster.OnCallPerson;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.roster.RosterRepository;
import org.ecgnet.hub.roster.Shift;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.triage.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Silence at the centre, channels that fail, holes in the roster and unread yellow exams, on a hand-moved clock. */
class DeadMansSwitchIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final HandMovedClock clock = new HandMovedClock(START);
    private final FakeChannel push = new FakeChannel();
    private final FakeChannel voice = new FakeChannel();

    @BeforeEach
    void nothingIsOpen() {
        var desk = new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT);
        desk.openCases()
                .forEach(known -> desk.lower(
                        known.id(), new Person("wang", "王医生"), TriageLevel.GREEN, "test is over", clock.instant()));
        DATABASE.administer("update roster_shift set removed_at = now()");
        DATABASE.administer("insert into yellow_page select exam_id, '2026-01-01' from exam on conflict do nothing");
        DATABASE.administer("update yellow_page set paged_at = '2026-01-01'");
        PagingBench.leaveConsoles(DATABASE.database());
        pass(parts(fullRoster())).run();
        push.sent().clear();
        voice.sent().clear();
    }

    @Test
    void withAConsoleThatSoundsASuspectedRedLeavesThePhoneInPeaceForThirtySeconds() {
        PagingPass pass = pass(parts(fullRoster()));
        suspected();
        for (int second = 0; second < 30; second++) {
            PagingBench.hear(DATABASE.database(), clock.instant());
            PagingBench.runUntil(pass, clock, after(second));
        }
        assertThat(voice.sent()).isEmpty();

        PagingBench.runUntil(pass, clock, after(30));
        assertThat(voice.sent()).extracting(PageMessage::step).containsExactly("tier-1-ring");
    }

    @Test
    void withoutAConsoleThePhoneRingsAtOnce() {
        suspected();

        pass(parts(fullRoster())).run();

        assertThat(voice.sent()).extracting(PageMessage::step).contains("tier-1-ring");
    }

    @Test
    void aConsoleThatDiesAfterTheRedIsMissedWithinFiveSeconds() {
        PagingBench.hear(DATABASE.database(), START);
        UUID caseId = suspected();

        PagingBench.runUntil(pass(parts(fullRoster())), clock, after(5));

        assertThat(steps(caseId)).contains("4 tier-1-ring");
    }

    @Test
    void aPushThatFailsRingsAtOnceAndARingThatFailsRingsTheNextTier() {
        PagingBench.hear(DATABASE.database(), START);
        push.failing();
        voice.failing();
        UUID caseId = suspected();

        PagingBench.runUntil(pass(parts(fullRoster())), clock, after(1));

        assertThat(steps(caseId)).contains("0 tier-1-ring", "0 tier-2-ring", "0 tier-3-ring");
    }

    @Test
    void aChannelThatIsDisabledIsNotWaitedFor() {
        PagingBench.hear(DATABASE.database(), START);
        PagingPass pass = pass(parts(fullRoster()));
        DATABASE.administer("insert into channel_disabled values ('push', 'HTTP 410', now())");
        UUID caseId = suspected();

        PagingBench.runUntil(pass, clock, after(3));

        assertThat(voice.sent()).extracting(PageMessage::step).contains("tier-1-push");
        assertThat(events(caseId)).extracting(CaseEvent::kind).contains(CaseEvent.Kind.DELIVERED);
        DATABASE.administer("delete from channel_disabled");
    }

    @Test
    void whoeverHasTheShiftIsCalledAndNotTheFixedContact() {
        OnCallPerson li = onDuty("李医生", Recipient.TIER_1);
        suspected();

        pass(parts(fullRoster())).run();

        assertThat(voice.sent())
                .extracting(PageMessage::contact)
                .contains("李医生")
                .doesNotContain("TIER_1 person");
        assertThat(voice.sent())
                .extracting(PageMessage::address)
                .contains(li.ways().get(0).address());
    }

    @Test
    void aHubThatDiesAtAnyMomentStillRingsWhenNobodyHears() {
        boolean died = true;
        for (int diesAt = 0; died; diesAt++) {
            died = killedAt(diesAt, true) | killedAt(diesAt, false);
        }
    }

    private boolean killedAt(int diesAt, boolean afterCommit) {
        clock.moveTo(START.minusSeconds(299));
        yellow("Y05");
        clock.moveTo(START);
        push.failing();
        PagingBench.leaveConsoles(DATABASE.database());
        PagingBench.hear(DATABASE.database(), START);
        UUID caseId = suspected();
        DyingDatabase dying = new DyingDatabase(DATABASE.database(), diesAt, afterCommit);
        OnCallRoster roster = rosterWithReader();
        try {
            PagingBench.runUntil(PagingBench.pass(dying, parts(roster), clock), clock, after(6));
        } catch (DyingDatabase.Killed e) {
            assertThat(dying.dead()).isTrue();
        }
        push.well();
        PagingBench.runUntil(pass(parts(roster)), clock, after(20));

        String when = "killed at transaction " + diesAt + (afterCommit ? " after" : " before") + " its commit";
        assertThat(steps(caseId).stream()
                        .map(step -> step.replaceAll(".* ", ""))
                        .toList())
                .as(when)
                .containsExactlyInAnyOrder("reader-push", "reader-ring", "tier-1-push", "tier-1-ring");
        assertThat(DATABASE.count("delivery where step = 'yellow-unread' and state = 'DELIVERED'"))
                .as(when)
                .isEqualTo(1);
        nothingIsOpen();
        DATABASE.administer("delete from delivery_attempt");
        DATABASE.administer("delete from delivery");
        return dying.dead();
    }

    @Test
    void anUnreadYellowPagesTheReaderOnceAndNobodyElse() {
        yellow("Y10");
        PagingPass pass = pass(parts(rosterWithReader()));

        PagingBench.runUntil(pass, clock, after(599));
        assertThat(push.sent()).isEmpty();
        PagingBench.runUntil(pass, clock, after(3600));

        assertThat(push.sent()).singleElement().satisfies(page -> {
            assertThat(page.to()).isEqualTo(Recipient.READER);
            assertThat(page.priority()).isEqualTo("YELLOW");
            assertThat(page.plannedAt()).isEqualTo(after(600));
        });
        assertThat(voice.sent()).isEmpty();
    }

    @Test
    void severalUnreadYellowsAreOnePage() {
        yellow("Y10");
        yellow("Y01");

        PagingBench.runUntil(pass(parts(rosterWithReader())), clock, after(700));

        assertThat(push.sent()).singleElement().satisfies(page -> assertThat(page.rules())
                .hasSize(2));
    }

    @Test
    void aYellowThatSomebodyOpenedPagesNobody() {
        Exam exam = yellow("Y10");
        DATABASE.database().transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        clock.instant().plusSeconds(1),
                        "wang",
                        AuditAction.EXAM_OPENED,
                        Optional.of(exam.id()),
                        Optional.empty(),
                        "")));

        PagingBench.runUntil(pass(parts(rosterWithReader())), clock, after(700));

        assertThat(push.sent()).isEmpty();
    }

    private PagingPass pass(PagingParts parts) {
        return PagingBench.pass(DATABASE.database(), parts, clock);
    }

    private PagingParts parts(OnCallRoster roster) {
        return PagingBench.with(
                PagingBench.parts(roster, Map.of("push", push, "voice", voice), Optional.empty()), Vigilance.DEFAULT);
    }

    private static OnCallRoster fullRoster() {
        return new OnCallRoster(List.of(
                contact(Recipient.TIER_1, "push", Urgency.PUSH),
                contact(Recipient.TIER_1, "voice", Urgency.RING),
                contact(Recipient.TIER_2, "voice", Urgency.RING),
                contact(Recipient.TIER_3, "voice", Urgency.RING)));
    }

    private static OnCallRoster rosterWithReader() {
        return new OnCallRoster(List.of(
                contact(Recipient.READER, "push", Urgency.PUSH),
                contact(Recipient.TIER_1, "voice", Urgency.RING),
                contact(Recipient.TIER_2, "voice", Urgency.RING),
                contact(Recipient.TIER_3, "voice", Urgency.RING)));
    }

    private static Contact contact(Recipient tier, String channel, Urgency urgency) {
        return new Contact(tier + " person", tier, channel, "a-" + tier, Set.of(urgency), Set.of());
    }

    private OnCallPerson onDuty(String name, Recipient tier) {
        var person = new OnCallPerson(
                UUID.randomUUID(),
                name,
                Optional.empty(),
                List.of(new OnCallPerson.Way("voice", "13900001111", Set.of(Urgency.RING))),
                true);
        DATABASE.database().transact(transaction -> {
            var roster = transaction.repository(RosterRepository.class);
            roster.save(person);
            roster.add(new Shift(
                    UUID.randomUUID(), tier, person.id(), START.minusSeconds(60), START.plus(Duration.ofHours(8))));
        });
        return person;
    }

    private UUID suspected() {
        Exam exam = Reds.store(DATABASE.database(), Patient.UNKNOWN, clock.instant());
        return Reds.caseId(Reds.red(DATABASE.database(), exam, clock.instant(), Reds.suspected("R11")));
    }

    private Exam yellow(String rule) {
        Exam exam = Reds.store(DATABASE.database(), Patient.UNKNOWN, clock.instant());
        var finding = new Finding(rule, "CODE", TriageLevel.YELLOW, false, 0.6, List.of(), "当天处理", "same day");
        Reds.read(DATABASE.database(), exam, Reds.reading(TriageLevel.YELLOW, finding), clock.instant());
        DATABASE.database()
                .transact(transaction ->
                        transaction.repository(ExamRepository.class).read(exam.id(), clock.instant()));
        return exam;
    }

    private List<String> steps(UUID caseId) {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(PageRepository.class).taken(caseId))
                .stream()
                .map(step -> Duration.between(START, step.at()).toSeconds() + " " + step.rung())
                .toList();
    }

    private List<CaseEvent> events(UUID caseId) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(CaseRepository.class).events(caseId));
    }

    private static Instant after(long seconds) {
        return PagingBench.after(START, seconds);
    }
}
