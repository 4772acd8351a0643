package org.ecgnet.hub.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecgnet.hub.roster.Rosters.LI;
import static org.ecgnet.hub.roster.Rosters.WANG;
import static org.ecgnet.hub.roster.Rosters.ZHAO;
import static org.ecgnet.hub.roster.Rosters.at;
import static org.ecgnet.hub.roster.Rosters.instead;
import static org.ecgnet.hub.roster.Rosters.shift;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RosterDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String BY = "管理员";

    private final RosterDesk desk = new RosterDesk(
            DATABASE.database(), new OnCallRoster(List.of()), Set.of("phone", "chat"), ZoneId.of("Asia/Shanghai"));

    @BeforeEach
    void start() {
        DATABASE.administer("update roster_shift set removed_at = now() where removed_at is null");
        List.of(WANG, LI, ZHAO).forEach(person -> done(desk.save(person, BY, at(0))));
    }

    @Test
    void whatIsSavedIsWhoIsOnDuty() {
        done(desk.add(shift(Recipient.TIER_1, WANG, 0, 12), new Recurrence(1, 3), false, BY, at(0)));

        DutyRoster roster = desk.between(at(0), at(72)).duty();

        assertThat(roster.on(Recipient.TIER_1, at(49))).containsExactly(WANG);
        assertThat(roster.on(Recipient.TIER_1, at(61))).isEmpty();
        assertThat(desk.history(1)).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo(BY);
            assertThat(entry.kind()).isEqualTo(RosterEntry.Kind.SHIFT_ADDED);
            assertThat(entry.detail()).contains("王医生", "3 times");
        });
    }

    @Test
    void aChangeThatOpensAHoleIsRefusedUntilTheHoleIsAcceptedByName() {
        Shift day = shift(Recipient.TIER_1, WANG, 0, 12);
        done(desk.add(day, Recurrence.ONCE, false, BY, at(0)));

        RosterAnswer first = desk.remove(day.id(), false, BY, at(1));

        assertThat(first).isInstanceOf(RosterAnswer.OpensHoles.class);
        assertThat(desk.between(at(0), at(24)).duty().on(Recipient.TIER_1, at(2)))
                .containsExactly(WANG);
        RosterAnswer second = desk.remove(day.id(), true, BY, at(1));
        assertThat(((RosterAnswer.Done) second).holes())
                .anySatisfy(hole -> assertThat(hole.tier()).isEqualTo(Recipient.TIER_1));
        assertThat(desk.history(1).get(0).kind()).isEqualTo(RosterEntry.Kind.HOLE_ACCEPTED);
        assertThat(desk.history(1).get(0).by()).isEqualTo(BY);
    }

    @Test
    void aSubstituteIsKeptWithWhoAgreedAndWhen() {
        Shift day = shift(Recipient.TIER_1, WANG, 0, 12);
        done(desk.add(day, Recurrence.ONCE, false, BY, at(0)));

        done(desk.substitute(instead(day, LI, 2, 6), false, BY, at(1)));

        Duty duty = desk.between(at(0), at(24)).duty().duties(at(3), at(4)).stream()
                .filter(span -> !span.from().isAfter(at(3)) && span.to().isAfter(at(3)))
                .findFirst()
                .orElseThrow();
        assertThat(duty.person()).isEqualTo(LI);
        assertThat(duty.instead()).hasValueSatisfying(instead -> {
            assertThat(instead.agreedBy()).isEqualTo("护士长");
            assertThat(instead.agreedAt()).isEqualTo(Rosters.AT_8);
        });
        assertThat(desk.history(1).get(0).detail()).contains("李医生 for 王医生", "agreed by 护士长");
    }

    @Test
    void aSwapChangesBothShiftsAtOnce() {
        Shift day = shift(Recipient.TIER_1, WANG, 0, 12);
        Shift night = shift(Recipient.TIER_1, LI, 12, 24);
        done(desk.add(day, Recurrence.ONCE, false, BY, at(0)));
        done(desk.add(night, Recurrence.ONCE, false, BY, at(0)));

        done(desk.swap(day.id(), night.id(), "王医生、李医生", "家事", false, BY, at(0)));

        DutyRoster roster = desk.between(at(0), at(24)).duty();
        assertThat(roster.on(Recipient.TIER_1, at(1))).containsExactly(LI);
        assertThat(roster.on(Recipient.TIER_1, at(13))).containsExactly(WANG);
        assertThat(roster.substitutions()).extracting(Substitution::swap).doesNotContain(Optional.empty());
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        Shift day = shift(Recipient.TIER_1, WANG, 0, 12);
        done(desk.add(day, Recurrence.ONCE, false, BY, at(0)));

        assertThat(reason(desk.add(shift(Recipient.TIER_1, WANG, 6, 18), Recurrence.ONCE, true, BY, at(0))))
                .isEqualTo(RosterAnswer.Reason.OVERLAPS);
        assertThat(reason(desk.substitute(instead(day, LI, 10, 14), true, BY, at(0))))
                .isEqualTo(RosterAnswer.Reason.OUTSIDE_THE_SHIFT);
        assertThat(reason(desk.substitute(instead(day, LI, 10, 12), true, BY, at(12))))
                .isEqualTo(RosterAnswer.Reason.OVER);
        assertThat(reason(desk.remove(UUID.randomUUID(), true, BY, at(0))))
                .isEqualTo(RosterAnswer.Reason.NO_SUCH_SHIFT);
        assertThat(reason(desk.swap(day.id(), day.id(), " ", "", true, BY, at(0))))
                .isEqualTo(RosterAnswer.Reason.NOT_AGREED);
        assertThat(reason(desk.swap(day.id(), day.id(), "王", "", true, BY, at(0))))
                .isEqualTo(RosterAnswer.Reason.SAME_PERSON);
        var pigeon = Rosters.person("鸽子", new OnCallPerson.Way("pigeon", "loft 3", Set.of(Urgency.RING)));
        assertThat(reason(desk.save(pigeon, BY, at(0)))).isEqualTo(RosterAnswer.Reason.NO_SUCH_CHANNEL);
    }

    @Test
    void theHistoryAndTheAgreementsCannotBeChanged() {
        assertThatThrownBy(() -> DATABASE.administer("update roster_entry set done_by = 'x'"))
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> DATABASE.administer("delete from roster_substitution"))
                .hasMessageContaining("only added to");
    }

    private static RosterAnswer.Reason reason(RosterAnswer answer) {
        return ((RosterAnswer.Refused) answer).reason();
    }

    private static void done(RosterAnswer answer) {
        assertThat(answer).isInstanceOf(RosterAnswer.Done.class);
    }
}
