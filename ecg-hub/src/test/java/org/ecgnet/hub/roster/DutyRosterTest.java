package org.ecgnet.hub.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecgnet.hub.roster.Rosters.AT_8;
import static org.ecgnet.hub.roster.Rosters.LI;
import static org.ecgnet.hub.roster.Rosters.WANG;
import static org.ecgnet.hub.roster.Rosters.ZHAO;
import static org.ecgnet.hub.roster.Rosters.at;
import static org.ecgnet.hub.roster.Rosters.instead;
import static org.ecgnet.hub.roster.Rosters.shift;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.ecgnet.hub.paging.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DutyRosterTest {

    private static final Shift DAY = shift(Recipient.TIER_1, WANG, 0, 12);
    private static final Shift NIGHT = shift(Recipient.TIER_1, LI, 12, 24);

    @Test
    void aShiftBeginsAtItsFirstMomentAndIsOverAtItsEnd() {
        DutyRoster roster = Rosters.of(DAY, NIGHT);

        assertThat(roster.on(Recipient.TIER_1, AT_8.minusMillis(1))).isEmpty();
        assertThat(roster.on(Recipient.TIER_1, AT_8)).containsExactly(WANG);
        assertThat(roster.on(Recipient.TIER_1, at(12).minusMillis(1))).containsExactly(WANG);
        assertThat(roster.on(Recipient.TIER_1, at(12))).containsExactly(LI);
        assertThat(roster.on(Recipient.TIER_1, at(24))).isEmpty();
    }

    @Test
    void twoInATierAreBothOnDuty() {
        assertThat(Rosters.of(shift(Recipient.TIER_3, WANG, 0, 12), shift(Recipient.TIER_3, LI, 6, 12))
                        .on(Recipient.TIER_3, at(7)))
                .containsExactly(WANG, LI);
    }

    @Test
    void aSubstituteTakesHisHoursAndTheLatestAgreementCounts() {
        DutyRoster roster = Rosters.of(DAY).with(instead(DAY, LI, 4, 8)).with(instead(DAY, ZHAO, 6, 8));

        assertThat(roster.on(Recipient.TIER_1, at(3))).containsExactly(WANG);
        assertThat(roster.on(Recipient.TIER_1, at(5))).containsExactly(LI);
        assertThat(roster.on(Recipient.TIER_1, at(7))).containsExactly(ZHAO);
        assertThat(roster.on(Recipient.TIER_1, at(8))).containsExactly(WANG);
        assertThat(roster.duties(at(0), at(24)))
                .extracting(duty -> duty.person().name())
                .containsExactly("王医生", "李医生", "赵主任", "王医生");
    }

    @Test
    void whoeverHasLeftIsNotOnDuty() {
        var gone = new OnCallPerson(WANG.id(), WANG.name(), Optional.empty(), WANG.ways(), false);

        assertThat(new DutyRoster(List.of(gone), List.of(DAY), List.of()).on(Recipient.TIER_1, at(1)))
                .isEmpty();
    }

    @Test
    void aShiftThatEndsBeforeItBeginsOrLastsAMonthIsRefused() {
        assertThatThrownBy(() -> shift(Recipient.TIER_1, WANG, 12, 12)).hasMessageContaining("end after the start");
        assertThatThrownBy(() -> shift(Recipient.TIER_1, WANG, 0, 24 * 30)).hasMessageContaining("7 days");
        assertThatThrownBy(() -> shift(Recipient.CLINIC, WANG, 0, 12)).hasMessageContaining("tier");
    }

    @Test
    void aShiftComesAgainAtTheSameTimeOfDayAlsoWhenTheClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant before = Instant.parse("2026-03-28T07:00:00Z"); // 08:00 there; next night the clocks change
        var first =
                new Shift(UUID.randomUUID(), Recipient.TIER_1, WANG.id(), before, before.plus(Duration.ofHours(12)));

        List<Shift> turns = new Recurrence(1, 3).of(first, berlin, UUID::randomUUID);

        assertThat(turns)
                .extracting(turn -> turn.from().atZone(berlin).getHour())
                .containsOnly(8);
        assertThat(turns).extracting(Shift::id).doesNotHaveDuplicates();
        assertThatThrownBy(() -> new Recurrence(0, 3)).hasMessageContaining("recurrence");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** The spans and the moment agree: the week view shows whoever is called. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theWeekViewShowsWhoeverWouldBeCalled(long seed) {
        Random random = new Random(seed);
        List<OnCallPerson> people = List.of(WANG, LI, ZHAO);
        DutyRoster roster = Rosters.of();
        for (int i = 0; i < 6; i++) {
            int from = random.nextInt(40);
            Shift shift = shift(Recipient.TIER_1, people.get(random.nextInt(3)), from, from + 1 + random.nextInt(12));
            roster = roster.with(List.of(shift));
            if (random.nextBoolean()) {
                roster = roster.with(instead(shift, people.get(random.nextInt(3)), from, from + 1));
            }
        }
        for (int hour = 0; hour < 60; hour++) {
            Instant moment = at(hour).plusSeconds(random.nextInt(3600));
            assertThat(roster.duties(at(0), at(60)).stream()
                            .filter(duty -> !moment.isBefore(duty.from()) && moment.isBefore(duty.to()))
                            .map(Duty::person)
                            .distinct())
                    .as("at %s", moment)
                    .containsExactlyInAnyOrderElementsOf(roster.on(Recipient.TIER_1, moment));
        }
    }
}
